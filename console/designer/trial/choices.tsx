import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { parseCivilDate } from '../../../domain/clock/civil-date.ts';
import { compilePlan } from '../../../domain/flow/compile.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import type { PlanStep } from '../../../domain/flow/plan.ts';
import { isFailure } from '../../../domain/flow/simulate/failure.ts';
import type { Lasting } from '../../../domain/flow/simulate/choices.ts';
import { stepBook } from '../../../domain/words/clock-title.ts';
import { joined, labelled } from '../../i18n/said.ts';
import { DayPicker } from '../../ui/day-picker.tsx';
import { Answers } from './answers.tsx';
import { DaysSlider } from './days-slider.tsx';
import { StepChoices } from './step-choice.tsx';
import type { ChosenTrial } from './use-trial.ts';
import { titlesOf } from './words.ts';

interface Props {
  readonly definition: FlowDefinition;
  readonly trial: ChosenTrial;
}

/** What is chosen for a trial: day and branch, what the applicant does, and each step that the case passes. */
export function Choices({ definition, trial }: Props) {
  const { t } = useTranslation();
  const { result, chosen } = trial;
  const titles = titlesOf(definition);
  const isBroken = isFailure(result) && result.failed === 'plan-broken';
  const all = isBroken ? [] : compilePlan(definition, null).steps;
  const drawn = stepBook(definition);
  const passed = isFailure(result) ? all : all.filter(({ id }) => result.steps.some((step) => step.planned.id === id));
  const others = all.filter((step) => !passed.includes(step));
  const critical = isFailure(result)
    ? []
    : result.steps.filter((step) => step.critical).map(({ planned }) => planned.id);
  const choiceOfStep = (step: PlanStep) => (
    <StepChoices
      key={step.id}
      step={step}
      title={titles.step(step.id)}
      outcomes={drawn.get(step.id)?.outcomes ?? []}
      chosen={chosen}
      isCritical={critical.includes(step.id)}
      onChange={(change) => trial.chooseStep(step.id, change)}
    />
  );
  return (
    <section className="trial-choices" aria-label={t('trial.choices')}>
      <CaseChoices definition={definition} trial={trial} />
      <ol className="trial-steps">{passed.map(choiceOfStep)}</ol>
      {others.length > 0 && (
        <p className="why">{labelled(t('trial.notPassed'), joined(others.map(({ id }) => titles.step(id))))}</p>
      )}
      <Button onClick={trial.reset}>{t('trial.reset')}</Button>
    </section>
  );
}

function CaseChoices({ definition: { materials }, trial: { chosen, form, choose } }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <div className="trial-field">
        <label htmlFor="trial-filed-on">{t('trial.filedOn')}</label>
        <DayPicker
          id="trial-filed-on"
          value={chosen.filedOn}
          onChange={(day) => {
            const filedOn = day === null ? undefined : parseCivilDate(day);
            if (filedOn !== undefined) choose({ filedOn });
          }}
        />
      </div>
      {form.fields.length > 0 && <Answers {...form} onChange={(answers) => choose({ answers })} />}
      <Perhaps
        what={t('trial.supplement')}
        title={t('trial.supplementTakes')}
        value={chosen.supplement}
        onChange={(supplement) => choose({ supplement })}
      />
      {materials.some(({ need }) => need === 'deferrable') && (
        <Perhaps
          what={t('trial.deferred')}
          title={t('trial.deferredTakes')}
          value={chosen.deferred}
          onChange={(deferred) => choose({ deferred })}
        />
      )}
    </>
  );
}

/** Something that need not happen, and how long it takes where it does. */
function Perhaps(o: {
  readonly what: string;
  readonly title: string;
  readonly value: Lasting | null;
  readonly onChange: (value: Lasting | null) => void;
}) {
  const { what, title, value, onChange } = o;
  return (
    <div>
      <Checkbox checked={value !== null} onChange={({ target }) => onChange(target.checked ? usualWait : null)}>
        {what}
      </Checkbox>
      {value !== null && <DaysSlider label={title} title={title} usual={10} value={value} onChange={onChange} />}
    </div>
  );
}

const usualWait: Lasting = { count: 3, unit: 'workday' };
