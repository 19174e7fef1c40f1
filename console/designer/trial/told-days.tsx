import { useTranslation } from 'react-i18next';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import type { Trial } from '../../../domain/flow/simulate/try-flow.ts';
import { levels } from '../../../domain/flow/definition.ts';
import { byWhom } from '../../i18n/said.ts';
import { LevelLight } from '../../ui/level-light.tsx';
import { toldDays } from './journal.ts';
import type { ToldAct } from './journal.ts';
import { dayText } from './words.ts';

/** What happens on which day and who does it, as the timeline of a case would tell it. */
export function ToldDays({ definition, trial }: { definition: FlowDefinition; trial: Trial }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('trial.story')}>
      <h3>{t('trial.story')}</h3>
      <ol className="trial-story">
        {toldDays(definition, trial).map(({ day, acts }) => (
          <li key={day}>
            <strong className="day">{dayText(day)}</strong>
            <ul>
              {acts.map((act) => (
                <li key={act.seq}>
                  <Act act={act} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Act({ act: { who, sentence, level, end, grave, others } }: { act: ToldAct }) {
  const { t } = useTranslation();
  return (
    <>
      {level !== null && (
        <>
          <LevelLight level={level} title={levels[level].zh} />{' '}
        </>
      )}
      {byWhom(who ?? t('trial.system'), sentence)}
      {grave.map((one) => (
        <div key={one} className="trial-grave">
          {one}
        </div>
      ))}
      {end !== null && <strong className="trial-end">{end}</strong>}
      {others.length > 0 && (
        <details className="why">
          <summary>{t('trial.more', { count: others.length })}</summary>
          <ul>
            {others.map((one, index) => (
              <li key={index}>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
