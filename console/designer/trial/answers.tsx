import { Checkbox, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../domain/flow/definition.ts';
import { joined, labelled } from '../../i18n/said.ts';
import { Choice } from '../../ui/choice.tsx';
import { DayPicker } from '../../ui/day-picker.tsx';
import type { Answers as Given, Ways } from './ways.ts';

interface Props {
  readonly fields: readonly FormField[];
  readonly answers: Given;
  readonly ways: Ways;
  readonly onChange: (answers: Given) => void;
}

/** The fields of the form that choose limits or ways, and what they choose. */
export function Answers({ fields, answers, ways, onChange }: Props) {
  const { t } = useTranslation();
  const chosen = 'undecided' in ways ? [] : ways.titles;
  return (
    <>
      {fields.map((field) => (
        <div key={field.key} className="trial-field">
          <label htmlFor={`trial-${field.key}`}>{field.title}</label>
          <Answer
            field={field}
            value={answers[field.key]}
            onChange={(value) => onChange({ ...answers, [field.key]: value })}
          />
        </div>
      ))}
      <p className="why">
        {labelled(t('trial.byForm'), chosen.length === 0 ? t('trial.noneByForm') : joined(chosen, '；'))}
      </p>
    </>
  );
}

function Answer(o: {
  readonly field: FormField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) {
  const { field, value, onChange } = o;
  const { t } = useTranslation();
  const id = `trial-${field.key}`;
  switch (field.type) {
    case 'text':
      return <Input id={id} value={String(value)} onChange={({ target }) => onChange(target.value)} />;
    case 'number':
    case 'integer':
      return (
        <InputNumber
          id={id}
          style={{ width: '100%' }}
          value={Number(value)}
          suffix={field.unit ?? ''}
          {...(field.type === 'integer' && { precision: 0 })}
          onChange={(next) => next !== null && onChange(next)}
        />
      );
    case 'boolean':
      return (
        <Checkbox id={id} checked={value === true} onChange={({ target }) => onChange(target.checked)}>
          {t('frame.yes')}
        </Checkbox>
      );
    case 'date':
      return <DayPicker id={id} value={String(value)} onChange={(day) => day !== null && onChange(day)} />;
    case 'choice':
      return (
        <Choice
          id={id}
          value={String(value)}
          onChange={onChange}
          options={(field.choices ?? []).map((choice) => ({ value: choice.id, label: choice.title }))}
        />
      );
  }
  return field.type satisfies never;
}
