import { Checkbox, Flex, Input, InputNumber, Radio, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { identityProofs } from '../../domain/case/identity-proofs.ts';
import { revocationGrounds } from '../../domain/case/revoked.ts';
import { adoptions } from '../../domain/case/stated.ts';
import { checkResults, creditChecks } from '../../domain/case/undertaken.ts';
import { deliveryModes, takers } from '../../domain/steps/service-proof.ts';
import { papersOf } from '../../domain/people/papers.ts';
import type { Said } from '../../domain/words/said.ts';
import { DayPicker } from '../ui/day-picker.tsx';
import type { CaseData, StepData } from './case-data.ts';
import type { OrderField } from './order-schema.ts';
import { DocumentPicker } from './document-picker.tsx';
import { StatementPicker } from './statement-picker.tsx';
import { AskedList, ItemList } from './item-list.tsx';
import { withFile } from './with-file.ts';
import { PassingList } from './passing-list.tsx';
import { PeoplePicker } from './people-picker.tsx';
import { inLanguage, said, saidClock, bracketed, joined } from '../i18n/said.ts';
import './texts.ts';
import '../case/texts.ts';

interface Props {
  readonly order: string;
  readonly field: OrderField;
  readonly view: CaseData;
  readonly step: StepData | null;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
  readonly id?: string;
}

/** Texts longer than this get a box of several lines. */
const oneLine = 200;

/** The control of one field: special ones by name, all others from the schema, so that a new order has a form at once. */
export function OrderInput(props: Props) {
  const { t } = useTranslation();
  const { field, view } = props;
  switch (field.name) {
    case 'outcome':
      return <Choice {...props} options={outcomesFor(props)} />;
    case 'mode':
      return <Choice {...props} options={optionsOf(deliveryModes).filter(({ value }) => isIn(field, value))} />;
    case 'takenBy':
      return <Choice {...props} options={optionsOf(takers)} />;
    case 'idType':
      return (
        <Choice
          {...props}
          options={papersOf('person').map((value) => ({ value, label: t(`clerk.${value}` as 'clerk.residentId') }))}
        />
      );
    case 'proof':
      return <Choice {...props} options={optionsOf(identityProofs)} />;
    case 'credit':
      return <Choice {...props} options={optionsOf(creditChecks)} />;
    case 'received':
    case 'deferred':
    case 'replaced':
    case 'checked':
      return <Checklist {...props} />;
    case 'result':
      return <Choice {...props} options={optionsOf(checkResults)} />;
    case 'ground':
      return <Choice {...props} options={optionsOf(revocationGrounds)} />;
    case 'adopted':
      return <Choice {...props} options={optionsOf(adoptions)} />;
    case 'toldNo':
      return <StatementPicker {...props} caseId={view.caseId} of="told" />;
    case 'statementNo':
      return <StatementPicker {...props} caseId={view.caseId} of="statements" />;
    case 'documentSeq':
      return <DocumentPicker {...props} caseId={view.caseId} />;
    case 'items':
      return <PassingList {...props} />;
    case 'asked':
      return <AskedList {...props} />;
    case 'arrived':
    case 'corrected':
      return <ItemList {...props} />;
    case 'warningId':
      return (
        <Choice
          {...props}
          options={view.warnings
            .filter(({ open }) => open)
            .map(({ id, level, levelTitle, clock, clockTitle }) => ({
              value: id,
              label: `${said('level', level, levelTitle)} · ${saidClock(clock, clockTitle)}`,
            }))}
        />
      );
    default:
      return <BySchema {...props} />;
  }
}

/** The words of a closed table. */
const optionsOf = (table: Readonly<Record<string, Said>>): readonly Option[] =>
  Object.entries(table).map(([value, word]) => ({ value, label: inLanguage(word) }));

/** Whether the contract knows the word for this field: an order may know some of a table only. */
const isIn = ({ schema }: OrderField, value: string): boolean => schema.enum?.includes(value) ?? true;

/** The outcomes the flow draws; a hearing that was waived is an act of its own. */
function outcomesFor({ order, step }: Props): readonly Option[] {
  const drawn = step?.outcomes.filter(({ id }) => order !== 'finishHearing' || id !== 'waived') ?? [];
  return drawn.map(({ id, title }) => ({ value: id, label: title }));
}

function BySchema(props: Props) {
  const { t, i18n } = useTranslation();
  const { field, value, onChange, id } = props;
  const { schema } = field;
  const given = id === undefined ? {} : { id };
  if (schema.enum !== undefined) {
    const label = (word: string) => (i18n.exists(`order.${word}`) ? i18n.t(`order.${word}` as 'order.grant') : word);
    return <Choice {...props} options={schema.enum.map((word) => ({ value: word, label: label(word) }))} />;
  }
  if (schema['x-person']) return <PeoplePicker {...props} value={listOf([value])} />;
  if (schema.items?.['x-person']) return <PeoplePicker {...props} many value={listOf(value)} />;
  if (schema.format === 'date') {
    return <DayPicker {...given} value={textOf(value)} onChange={(day) => onChange?.(day)} />;
  }
  if (schema.type === 'boolean') {
    return <Checkbox {...given} checked={value === true} onChange={({ target }) => onChange?.(target.checked)} />;
  }
  if (schema.type === 'integer') {
    return (
      <InputNumber
        {...given}
        value={typeof value === 'number' ? value : null}
        onChange={(count) => onChange?.(count)}
      />
    );
  }
  if (schema.type === 'array') {
    return (
      <Select
        {...given}
        mode="tags"
        open={false}
        suffixIcon={null}
        tokenSeparators={['、', '，', ',', ' ']}
        placeholder={t('order.addName')}
        value={listOf(value)}
        onChange={(list: string[]) => onChange?.(list)}
      />
    );
  }
  const longest = schema.maxLength ?? oneLine;
  const text = { ...given, value: textOf(value), maxLength: longest };
  if (longest > oneLine) {
    return (
      <Input.TextArea {...text} autoSize={{ minRows: 3, maxRows: 10 }} onChange={(e) => onChange?.(e.target.value)} />
    );
  }
  return <Input {...text} onChange={(e) => onChange?.(e.target.value)} />;
}

type Option = { readonly value: string; readonly label: string };

function Choice({ value, onChange, id, options }: Props & { options: readonly Option[] }) {
  return (
    <Radio.Group
      {...(id === undefined ? {} : { id })}
      value={value}
      onChange={({ target }) => onChange?.(target.value)}
      options={[...options]}
      style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px' }}
    />
  );
}

type Material = CaseData['materials'][number];

/** Which materials a field is about. */
function isListed(field: string, { need, replaceable, undertaking }: Material): boolean {
  switch (field) {
    case 'deferred':
      return need === 'deferrable';
    case 'replaced':
      return replaceable;
    case 'checked':
      return undertaking === 'unchecked';
    default:
      return true;
  }
}

/** What has not been received yet, to be ticked; what has been is not asked for again. */
function Checklist({ field, view, value, onChange }: Props) {
  const { t } = useTranslation();
  const chosen = listOf(value);
  const listed = view.materials.filter((one) => isListed(field.name, one));
  const isThere = ({ received }: Material) => received && field.name !== 'checked';
  const [there, open] = [true, false].map((is) => listed.filter((one) => isThere(one) === is));
  const all = open?.map(({ id }) => id) ?? [];
  useFilesOffered(view, field.name === 'received' ? onChange : undefined, chosen);
  return (
    <Flex vertical gap={4}>
      {there && there.length > 0 && (
        <span className="why">{t('case.receivedBefore', { what: joined(there.map(({ title }) => title)) })}</span>
      )}
      {all.length === 0 && <span className="why">{t('case.allReceived')}</span>}
      {open?.map(({ id, title, need }) => (
        <Checkbox
          key={id}
          checked={chosen.includes(id)}
          onChange={({ target }) =>
            onChange?.(all.filter((one) => (one === id ? target.checked : chosen.includes(one))))
          }
        >
          {title}
          {bracketed(
            t(need === 'necessary' ? 'clerk.necessary' : need === 'deferrable' ? 'clerk.deferrable' : 'clerk.optional'),
          )}
        </Checkbox>
      ))}
    </Flex>
  );
}

/** Ticks what got its file while the form stands open, once: who unticks it means it. */
function useFilesOffered(view: CaseData, onChange: Props['onChange'], chosen: readonly string[]) {
  const filed = withFile(view);
  const known = useRef(filed);
  useEffect(() => {
    const fresh = filed.filter((id) => !known.current.includes(id));
    known.current = filed;
    if (fresh.length > 0) onChange?.([...new Set([...chosen, ...fresh])]);
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
