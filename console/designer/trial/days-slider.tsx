import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Lasting } from '../../../domain/flow/simulate/choices.ts';
import { lastingText } from './words.ts';

interface Props {
  /** What it is, for who does not see where it stands. */
  readonly label: string;
  readonly title: string;
  /** What the flow allows for it, in words. */
  readonly allowed?: string;
  readonly usual: number;
  readonly value: Lasting;
  readonly onChange: (value: Lasting) => void;
}

/** How many days something takes: a slider with the number beside it, in working or civil days. */
export function DaysSlider({ label, title, allowed, usual, value, onChange }: Props) {
  const { t } = useTranslation();
  const { count, unit } = value;
  const words = lastingText(t, value);
  return (
    <div className="trial-slider">
      <span className="trial-slider-title">{title}</span>
      <input
        type="range"
        min={0}
        max={Math.max(20, usual * 2, count)}
        value={count}
        aria-label={label}
        aria-valuetext={words}
        onChange={(event) => onChange({ unit, count: Number(event.target.value) })}
      />
      <output className="number">{words}</output>
      <Select
        size="small"
        aria-label={`${label} ${t('trial.unit')}`}
        value={unit}
        onChange={(next) => onChange({ count, unit: next })}
        options={[
          { value: 'workday', label: t('trial.workday') },
          { value: 'calendarDay', label: t('trial.calendarDay') },
        ]}
      />
      {allowed !== undefined && <span className="why">{allowed}</span>}
    </div>
  );
}
