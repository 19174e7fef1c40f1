import { useTranslation } from 'react-i18next';
import { stepsOf } from '../../domain/flow/blocks.ts';
import { clockKinds } from '../../domain/flow/definition.ts';
import { paramsIn, stepKindTitles } from '../../domain/steps/index.ts';
import type { FlowDefinition, LimitRule, Step, UntimedPart } from '../../domain/flow/definition.ts';
import { roles } from '../../domain/people/roles.ts';
import { Mark } from '../ui/plain.tsx';
import { limitText } from '../ui/words.ts';
import { AssumptionMark, LimitSource } from './limits.tsx';
import { inLanguage, said, titled } from '../i18n/said.ts';

/** Every step: who handles it, its limit, and for an untimed one its promise, the clocks it stops and why it may. */
export function StepList({ definition }: { definition: FlowDefinition }) {
  return (
    <ol className="cards">
      {stepsOf(definition).map((step, index) => (
        <StepCard key={step.id} step={step} number={index + 1} />
      ))}
    </ol>
  );
}

function StepCard({ step, number }: { step: Step; number: number }) {
  const { t } = useTranslation();
  const { title, kind, by, limit, untimed, outcomes } = step;
  return (
    <li style={untimed ? { borderStyle: 'dashed', borderColor: '#531dab' } : undefined}>
      <div className="row">
        <strong>
          {number}. {titled(step)}
        </strong>
        <Mark kind={untimed ? 'untimed' : ''}>{t(untimed ? 'public.untimed' : 'public.timed')}</Mark>
        {stepKindTitles[kind] !== title && <span className="why">{said('stepKind', kind, stepKindTitles[kind])}</span>}
      </div>
      <div>
        {t('public.by', { role: inLanguage(roles[by]) })}
        {paramsIn(step).map(({ title, value }) => `，${inLanguage(title)} ${value}`)}
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
      <div className="why">
        {t('public.outcomes')}：{outcomes.map(titled).join('、')}
      </div>
    </li>
  );
}

function Untimed({ part: { promise, stops, exclusionBasis, requiredBy, approvedBy } }: { part: UntimedPart }) {
  const { t } = useTranslation();
  const clocks = stops.map((clock) => inLanguage(clockKinds[clock])).join('、');
  return (
    <>
      <Figure text={t('public.stepPromise', { limit: limitText(t, promise) })} rule={promise} />
      <div>{stops.length === 0 ? t('public.noStops') : t('public.stops', { clocks })}</div>
      {exclusionBasis !== undefined && (
        <div className="why">
          {t('public.stopBasis')}：{exclusionBasis.cite}
        </div>
      )}
      {requiredBy !== undefined && (
        <div className="why">
          {t('public.requiredBy')}：{requiredBy}
        </div>
      )}
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
