import { Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../domain/flow/definition.ts';
import type { PlanStep } from '../../../domain/flow/plan.ts';
import { choiceOf, usualChoice } from '../../../domain/flow/simulate/choices.ts';
import type { StepChoice } from '../../../domain/flow/simulate/choices.ts';
import { roles } from '../../../domain/people/roles.ts';
import { inLanguage, titled } from '../../i18n/said.ts';
import { Choice } from '../../ui/choice.tsx';
import { limitText } from '../../ui/words.ts';
import { DaysSlider } from './days-slider.tsx';
import type { Chosen } from './use-trial.ts';

interface Props {
  readonly step: PlanStep;
  readonly title: string;
  readonly outcomes: readonly Outcome[];
  readonly chosen: Chosen;
  readonly isCritical: boolean;
  readonly onChange: (change: Partial<StepChoice>) => void;
}

/** How one step goes: its outcome where there are several, and how long it takes. */
export function StepChoices({ step, title, outcomes, chosen, isCritical, onChange }: Props) {
  const { t } = useTranslation();
  const { outcome, waits, lasts } = choiceOf(step, chosen);
  const named = (what: string) => t('trial.ofStep', { step: title, what });
  const { untimed, limit } = step;
  return (
    <li aria-label={title}>
      <div className="trial-step-head">
        <strong>{title}</strong>
        <span className="why">{inLanguage(roles[step.by])}</span>
        {isCritical && (
          <Tooltip title={t('trial.criticalHint')}>
            <Tag color="blue">{t('trial.critical')}</Tag>
          </Tooltip>
        )}
      </div>
      {outcomes.length > 1 && (
        <Choice
          label={named(t('trial.outcome'))}
          value={outcome}
          onChange={(next) => next !== undefined && onChange({ outcome: next })}
          options={outcomes.map((one) => ({ value: one.id, label: titled(one) }))}
        />
      )}
      {untimed !== null && (
        <DaysSlider
          label={named(t('trial.waits'))}
          title={t('trial.waits')}
          usual={5}
          value={waits}
          onChange={(next) => onChange({ waits: next })}
        />
      )}
      <DaysSlider
        label={named(t('trial.lasts'))}
        title={t('trial.lasts')}
        {...(untimed !== null && { allowed: t('trial.ofPromise', { limit: limitText(t, untimed.promise) }) })}
        {...(limit !== null && { allowed: t('trial.ofLimit', { limit: limitText(t, limit) }) })}
        usual={usualChoice(step).lasts.count}
        value={lasts}
        onChange={(next) => onChange({ lasts: next })}
      />
    </li>
  );
}
