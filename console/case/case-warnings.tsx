import { useTranslation } from 'react-i18next';
import type { CaseData } from '../steps/case-data.ts';
import { LevelLight } from '../ui/level-light.tsx';
import { Nothing } from '../ui/states.tsx';
import { saidClock } from '../i18n/said.ts';
import './texts.ts';

/** Every warning of the case and who has seen it. */
export function CaseWarnings({ view }: { view: CaseData }) {
  const { t } = useTranslation();
  if (view.warnings.length === 0) return <Nothing>{t('case.noWarnings')}</Nothing>;
  return (
    <ul style={{ listStyle: 'none', padding: 0, margin: 0 }}>
      {view.warnings.map(({ id, level, levelTitle, clock, clockTitle, acknowledgedBy, annulled }) => (
        <li key={id} style={{ padding: '6px 0', display: 'flex', flexWrap: 'wrap', gap: 12 }}>
          <LevelLight level={level} title={levelTitle} />
          <span>{saidClock(clock, clockTitle)}</span>
          <span>
            {annulled && <strong>{t('case.annulled')} </strong>}
            {acknowledgedBy !== null && t('case.acknowledgedBy', { name: acknowledgedBy })}
            {acknowledgedBy === null && !annulled && t('case.notAcknowledged')}
          </span>
        </li>
      ))}
    </ul>
  );
}
