import { Form } from 'antd';
import type { Rule } from 'antd/es/form';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { boundsText, needed, phoneRule, withinBounds } from '../ui/rules.ts';
import type { CaseData, StepData } from './case-data.ts';
import { boundsOf } from './field-bounds.ts';
import { OrderInput } from './order-input.tsx';
import type { FieldSchema, OrderField } from './order-schema.ts';
import './texts.ts';

interface ItemProps {
  readonly order: string;
  readonly field: OrderField;
  readonly view: CaseData;
  readonly step: StepData | null;
  /** How many people the field must name; null: no number. */
  readonly least?: number | null;
  readonly inside?: string;
}

/** One field of an order with its word, what it asks for, and what is checked before anything is sent. */
export function OrderItem({ order, field, view, step, least = null, inside }: ItemProps) {
  const { t, i18n } = useTranslation();
  const { name, schema, required } = field;
  const word = [`order.${order}_${name}`, `order.${name}`].find((key) => i18n.exists(key));
  const label = word === undefined ? (schema.description ?? name) : t(word as 'order.outcome');
  const nested = schema.properties;
  if (nested !== undefined) {
    return Object.entries(nested).map(([key, part]) => (
      <OrderItem
        key={key}
        inside={name}
        field={{ name: key, schema: part, required: true, nullable: false }}
        {...{ order, view, step }}
      />
    ));
  }
  const isList = schema.type === 'array';
  const isNeeded = least !== null || (required && !isList && schema.type !== 'boolean');
  return (
    <Form.Item
      name={inside === undefined ? name : [inside, name]}
      label={name === 'note' && !required ? t('order.ifAny', { label }) : label}
      required={isNeeded}
      extra={extraText(t, { schema, required, least })}
      rules={[
        ...(isNeeded && !isList ? [needed(t, label, { isText: schema.type === 'string' })] : []),
        ...(least === null ? [] : [enough(t, label, least)]),
        ...(name === 'phone' ? [phoneRule(t)] : []),
        withinBounds(t, boundsOf(schema)),
      ]}
    >
      <OrderInput order={order} field={field} view={view} step={step} />
    </Form.Item>
  );
}

function extraText(
  t: TFunction,
  { schema, required, least }: { schema: FieldSchema; required: boolean; least: number | null },
): string | undefined {
  if (schema['x-number'] === true && required) return t('order.numberTyped');
  return least === null ? boundsText(t, boundsOf(schema)) : t('order.leastPeople', { least });
}

function enough(t: TFunction, label: string, least: number): Rule {
  return {
    validator: async (_rule, people: unknown) => {
      const count = Array.isArray(people) ? new Set(people).size : 0;
      if (count < least) throw new Error(t('order.tooFew', { label, least, count }));
    },
  };
}
