import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../domain/flow/definition.ts';
import { ChoiceField, TextField, YesNoField } from './fields.tsx';
import type { TypingProps } from './parties.tsx';
import { bracketed } from '../i18n/said.ts';

/** The form of the item, from its schema: one control a field, checked as it is typed. */
export function FormPart({ fields, content, change, wrongAt }: TypingProps & { fields: readonly FormField[] }) {
  const { t } = useTranslation();
  const form = content.form ?? {};
  const set = (key: string, value: string | number | boolean | undefined) => {
    const { [key]: _before, ...others } = form;
    change({ form: value === undefined ? others : { ...others, [key]: value } });
  };
  if (fields.length === 0) return <p>{t('frame.empty')}</p>;
  return (
    <div className="fields">
      {fields.map((field) => (
        <FormControl
          key={field.key}
          field={field}
          value={form[field.key]}
          wrong={wrongAt(`/form/${field.key}`)}
          onChange={(value) => set(field.key, value)}
        />
      ))}
    </div>
  );
}

interface ControlProps {
  readonly field: FormField;
  readonly value: string | number | boolean | undefined;
  readonly wrong: ReturnType<TypingProps['wrongAt']>;
  readonly onChange: (value: string | number | boolean | undefined) => void;
}

function FormControl({ field, value, wrong, onChange }: ControlProps) {
  const label = field.unit === undefined ? field.title : `${field.title}${bracketed(field.unit)}`;
  const shown = { label, wrong, needed: field.required };
  const text = value === undefined ? '' : String(value);
  const given = (typed: string) => onChange(typed === '' ? undefined : typed);
  switch (field.type) {
    case 'text':
      return <TextField {...shown} value={text} most={field.maxLength ?? 2_000} onChange={given} />;
    case 'number':
    case 'integer':
      return <NumberField {...shown} value={value} onChange={onChange} />;
    case 'date':
      return <TextField {...shown} value={text} type="date" onChange={given} />;
    case 'boolean':
      return <YesNoField {...shown} value={typeof value === 'boolean' ? value : undefined} onChange={onChange} />;
    case 'choice': {
      const options = field.choices?.map(({ id, title }) => ({ value: id, label: title })) ?? [];
      return <ChoiceField {...shown} value={text} options={options} onChange={given} />;
    }
    default:
      return field.type satisfies never;
  }
}

/** A number as it is typed: `1.50` stays as it is written, and is 1.5. What is none is kept, and said to be wrong. */
function NumberField({ value, onChange, ...shown }: Omit<ControlProps, 'field'> & { label: string; needed: boolean }) {
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  const given = (text: string) => {
    setTyped(text);
    const plain = text.trim();
    if (plain === '') onChange(undefined);
    else onChange(Number.isFinite(Number(plain)) ? Number(plain) : text);
  };
  return <TextField {...shown} value={typed} inputMode="decimal" most={30} onChange={given} />;
}
