import { useTranslation } from 'react-i18next';
import { civilDateOf, parseCivilDate } from '../../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../../domain/clock/civil-date.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import type { Finding } from '../../../domain/flow/gate/finding.ts';
import { isFailure } from '../../../domain/flow/simulate/failure.ts';
import { useRoute } from '../../queries.ts';
import { Light } from '../../ui/light.tsx';
import { Answered } from '../../ui/states.tsx';
import { Choices } from './choices.tsx';
import { Failed } from './failed.tsx';
import { Summary } from './summary.tsx';
import { TimeLine } from './time-line.tsx';
import { ToldDays } from './told-days.tsx';
import { useTrial } from './use-trial.ts';
import './texts.ts';
import './trial.css';

interface Props {
  readonly definition: FlowDefinition;
  /** What the gate says of it: with an error nothing is tried. */
  readonly findings: readonly Pick<Finding, 'severity' | 'message'>[];
}

/** 试运行: what would become of a case of this draft. */
export function TrialPart({ definition, findings }: Props) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const clock = useRoute('businessClock', {});
  if (errors.length > 0) return <MendFirst messages={errors.map(({ message }) => message)} />;
  return (
    <Answered query={clock}>
      {({ today }) => <Trying definition={definition} today={parseCivilDate(today) ?? civilDateOf(Date.now())} />}
    </Answered>
  );
}

function MendFirst({ messages }: { messages: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <Light colour="red">{t('trial.mendFirst', { count: messages.length })}</Light>
      <ul>
        {messages.map((message, index) => (
          <li key={index}>{message}</li>
        ))}
      </ul>
    </section>
  );
}

function Trying({ definition, today }: { definition: FlowDefinition; today: CivilDate }) {
  const { t } = useTranslation();
  const trial = useTrial(definition, today);
  const { result } = trial;
  return (
    <>
      <p className="why" style={{ margin: '0 0 8px' }}>
        {t('trial.intro')}
      </p>
      {!isFailure(result) && <Summary definition={definition} trial={result} />}
      <div className="trial">
        <Choices definition={definition} trial={trial} />
        {isFailure(result) ? (
          <Failed definition={definition} failure={result} />
        ) : (
          <div className="trial-results">
            <TimeLine definition={definition} trial={result} />
            <ToldDays definition={definition} trial={result} />
          </div>
        )}
      </div>
    </>
  );
}
