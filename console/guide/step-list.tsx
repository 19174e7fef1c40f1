import { useTranslation } from 'react-i18next';
import { stepsOf } from '../../domain/flow/blocks.ts';
import { clockKinds } from '../../domain/flow/definition.ts';
import { paramsIn, stepKindTitles } from '../../domain/steps/index.ts';
import type { FlowDefinition, LimitRule, Step, UntimedPart } from '../../domain/flow/definition.ts';
import { roles } from '../../domain/people/roles.ts';
import { Mark } from '../ui/plain.tsx';
import { limitText } from '../ui/words.ts';
import { AssumptionMark, LimitSource } from './limits.tsx';
import { inLanguage, joined, said, titled, titledStep, labelled } from '../i18n/said.ts';

/** Every step: who handles it, its limit, and for an untimed one its promise, the clocks it stops and why it may. */
export function StepList({ definition }: { definition: FlowDefinition }) {
  const steps = stepsOf(definition);
  return (
    <ol className="cards">
      {steps.map((step, index) => (
        <StepCard key={step.id} step={step} title={titledStep(step, steps)} number={index + 1} />
      ))}
    </ol>
  );
}

function StepCard({ step, title, number }: { step: Step; title: string; number: number }) {
  const { t } = useTranslation();
  const { kind, by, limit, untimed, outcomes } = step;
  return (
    <li style={untimed ? { borderStyle: 'dashed', borderColor: '#531dab' } : undefined}>
      <div className="row">
        <strong>
          {number}. {title}
        </strong>
        <Mark kind={untimed ? 'untimed' : ''}>{t(untimed ? 'public.untimed' : 'public.timed')}</Mark>
        {stepKindTitles[kind] !== step.title && (
          <span className="why">{said('stepKind', kind, stepKindTitles[kind])}</span>
        )}
      </div>
      <div>
        {joined(
          [
            t('public.by', { role: inLanguage(roles[by]) }),
            ...paramsIn(step).map((param) => `${inLanguage(param.title)} ${param.value}`),
          ],
          '，',
        )}
      </div>
      {untimed === undefined ? (
        limit === undefined ? (
          <div>{t('public.caseClock')}</div>
        ) : (
          <Figure text={t('public.stepLimit', { limit: limitText(t, limit) })} rule={limit} />
        )
      ) : (
        <Untimed part={untimed} />
      )}
      <div className="why">{labelled(t('public.outcomes'), joined(outcomes.map(titled)))}</div>
    </li>
  );
}

function Untimed({ part: { promise, stops, exclusionBasis, requiredBy, approvedBy } }: { part: UntimedPart }) {
  const { t } = useTranslation();
  const clocks = joined(stops.map((clock) => inLanguage(clockKinds[clock])));
  return (
    <>
      <Figure text={t('public.stepPromise', { limit: limitText(t, promise) })} rule={promise} />
      <div>{stops.length === 0 ? t('public.noStops') : t('public.stops', { clocks })}</div>
      {exclusionBasis !== undefined && (
        <div className="why">{labelled(t('public.stopBasis'), exclusionBasis.cite)}</div>
      )}
      {requiredBy !== undefined && <div className="why">{labelled(t('public.requiredBy'), requiredBy)}</div>}
      <div className="why">{t('public.approvedBy', { role: inLanguage(roles[approvedBy]) })}</div>
    </>
  );
}

function Figure({ text, rule }: { text: string; rule: LimitRule }) {
  return (
    <div>
      {text} <AssumptionMark rule={rule} />
      <LimitSource rule={rule} />
    </div>
  );
}
