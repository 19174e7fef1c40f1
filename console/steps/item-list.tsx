import { Checkbox, Flex, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../domain/flow/definition.ts';
import { useFlowOf } from '../case/use-flow.ts';
import type { CaseData } from './case-data.ts';
import { typed } from './items.ts';
import type { Item } from './items.ts';
import type { OrderField, TypedItem } from './order-schema.ts';
import './texts.ts';
import { labelled } from '../i18n/said.ts';

interface Props {
  readonly field: OrderField;
  readonly view: CaseData;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
  readonly id?: string;
}

const keyOf = ({ kind, id }: Pick<Item, 'kind' | 'id'>) => `${kind} ${id}`;

/** Materials and fields of the form that are asked for, each ticked with how to mend it in words that stand ready. */
export function AskedList({ view, value, onChange, id }: Props) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const brought: unknown = Form.useWatch('received', form);
  const chosen = Array.isArray(value) ? (value as readonly TypedItem[]) : [];
  const isThere = (item: Item) =>
    item.kind === 'field' ||
    view.materials.some((one) => one.id === item.id && one.received) ||
    (Array.isArray(brought) && brought.includes(item.id));
  const change = (item: Item, next: TypedItem | null) => {
    const others = chosen.filter((one) => keyOf(one) !== keyOf(item));
    onChange?.(next === null ? others : [...others, next]);
  };
  return (
    <Flex vertical gap={6} id={id}>
      {useItems(view, view.supplement?.named).map((item) => {
        const defect = isThere(item) ? 'wrong' : 'missing';
        const own = chosen.find((one) => keyOf(one) === keyOf(item) && one.defect === defect);
        const label = `${t(defect === 'missing' ? 'order.missingItem' : 'order.wrongItem')} ${item.title}`;
        return (
          <div key={keyOf(item)}>
            <Checkbox
              checked={own !== undefined}
              onChange={({ target }) => change(item, target.checked ? typed(item, defect) : null)}
            >
              {label}
            </Checkbox>
            {own !== undefined && (
              <Input.TextArea
                autoSize={{ minRows: 1, maxRows: 6 }}
                aria-label={labelled(t('order.mends'), item.title)}
                value={own.mend}
                onChange={({ target }) => change(item, { ...own, mend: target.value })}
              />
            )}
          </div>
        );
      })}
    </Flex>
  );
}

/** Materials and fields to be ticked: what is still awaited of the applicant, or all where something is corrected on the spot. */
export function ItemList({ field, view, value, onChange, id }: Props) {
  const chosen = Array.isArray(value) ? (value as readonly Pick<Item, 'kind' | 'id'>[]) : [];
  const awaited = view.supplement?.asked.filter(({ arrivedOn }) => arrivedOn === null);
  const items = useItems(view, field.name === 'arrived' ? (awaited ?? []) : undefined);
  return (
    <Flex vertical gap={4} id={id}>
      {items.map((item) => (
        <Checkbox
          key={keyOf(item)}
          checked={chosen.some((one) => keyOf(one) === keyOf(item))}
          onChange={({ target }) => {
            const others = chosen.filter((one) => keyOf(one) !== keyOf(item));
            onChange?.(target.checked ? [...others, { kind: item.kind, id: item.id }] : others);
          }}
        >
          {item.title}
        </Checkbox>
      ))}
    </Flex>
  );
}

/** The materials and the fields of the form of a case; `only` those. */
function useItems(view: CaseData, only: readonly Pick<Item, 'kind' | 'id'>[] | undefined): readonly Item[] {
  const flow = useFlowOf(view);
  const fields: readonly FormField[] = flow.data?.definition.form ?? [];
  const all: readonly Item[] = [
    ...view.materials.map(({ id, title }) => ({ kind: 'material' as const, id, title })),
    ...fields.map(({ key, title }) => ({ kind: 'field' as const, id: key, title })),
  ];
  return only === undefined ? all : all.filter((item) => only.some((one) => keyOf(one) === keyOf(item)));
}
