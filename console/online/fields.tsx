import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Said } from '../../domain/words/said.ts';
import { inLanguage } from '../i18n/said.ts';

interface Shown {
  readonly label: string;
  /** What is wrong with the value as it stands; told once the field was left. */
  readonly wrong?: Said | undefined;
  readonly needed?: boolean;
  readonly hint?: string | undefined;
}

type Named = Readonly<Record<'id' | 'aria-describedby', string>> & {
  readonly 'aria-invalid': boolean;
  readonly onBlur: () => void;
};

/** A label, its control, and under it what to mind and what is wrong. */
export function Field({
  label,
  wrong,
  needed = false,
  hint,
  children,
}: Shown & { children: (named: Named) => ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  const [wasLeft, setLeft] = useState(false);
  const told = wasLeft && wrong !== undefined;
  const named = { id, 'aria-describedby': `${id}-why`, 'aria-invalid': told, onBlur: () => setLeft(true) };
  return (
    <div className="field">
      <label htmlFor={id}>{needed ? label : `${label}${t('online.optional')}`}</label>
      {children(named)}
      <div id={`${id}-why`}>
        {hint !== undefined && <div className="why">{hint}</div>}
        {told && <div className="wrong">{inLanguage(wrong)}</div>}
      </div>
    </div>
  );
}

interface TextProps extends Shown {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly most?: number;
  readonly type?: 'text' | 'date' | 'tel';
  readonly inputMode?: 'decimal' | 'numeric' | 'tel';
}

/** A text, a date or a number as it is typed; long ones in a box of several lines. */
export function TextField({ value = '', onChange, most = 200, type = 'text', inputMode, ...shown }: TextProps) {
  const more = { autoComplete: 'off', value, ...(inputMode !== undefined && { inputMode }) };
  return (
    <Field {...shown}>
      {(named) =>
        most > 200 ? (
          <textarea {...named} {...more} rows={3} onChange={({ target }) => onChange(target.value)} />
        ) : (
          <input {...named} {...more} type={type} maxLength={most} onChange={({ target }) => onChange(target.value)} />
        )
      }
    </Field>
  );
}

interface ChoiceProps extends Shown {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Something is always chosen. */
  readonly chosen?: boolean;
}

/** One of a few. */
export function ChoiceField({ value = '', onChange, options, chosen = false, ...shown }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <Field {...shown}>
      {(named) => (
        <select {...named} value={value} onChange={({ target }) => onChange(target.value)}>
          {!chosen && <option value="">{t('online.choose')}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** 是 or 否; neither, while nobody has said so. */
export function YesNoField({
  value,
  onChange,
  ...shown
}: Shown & { value: boolean | undefined; onChange: (value: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <Field {...shown}>
      {({ id, onBlur, ...named }) => (
        <div {...named} role="radiogroup" aria-label={shown.label} className="row" onBlur={onBlur}>
          {[true, false].map((one) => (
            <label key={String(one)}>
              <input
                type="radio"
                name={id}
                {...(one && { id })}
                checked={value === one}
                onChange={() => onChange(one)}
              />{' '}
              {t(one ? 'frame.yes' : 'frame.no')}
            </label>
          ))}
        </div>
      )}
    </Field>
  );
}

/** Yes, or nothing. */
export function CheckField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  return (
    <label style={{ display: 'block', padding: '6px 0' }}>
      <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} /> {label}
    </label>
  );
}
