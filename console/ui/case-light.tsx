import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LightName } from '../../contract/shapes.ts';
import { said } from '../i18n/said.ts';
import { Light } from './light.tsx';

/** The light of a clock with its word: overdue (a step: late), the card that was raised, near, stopped, ended or on time. */
export function CaseLight({
  light,
  level = null,
  levelTitle = null,
  overdue,
}: {
  light: LightName;
  level?: string | null;
  levelTitle?: string | null;
  overdue?: boolean;
}) {
  const { t } = useTranslation();
  const card = said('level', level, levelTitle);
  const words = {
    green: t('case.green'),
    yellow: overdue === true ? <Late word={t('case.stepLate')} card={card} /> : (card ?? t('case.near')),
    red: <Late word={t('case.overdue')} card={card} />,
    stopped: t('case.stopped'),
    ended: t('case.ended'),
  } as const satisfies Record<LightName, ReactNode>;
  return <Light colour={light === 'ended' ? 'grey' : light}>{words[light]}</Light>;
}

/** What is late, and the card raised for it: in a narrow column the card stands below, and neither word is broken. */
function Late({ word, card }: { word: string; card: string | null }) {
  if (card === null) return word;
  return (
    <span style={{ whiteSpace: 'normal' }}>
      <span style={{ whiteSpace: 'nowrap' }}>{word} ·</span> <span style={{ whiteSpace: 'nowrap' }}>{card}</span>
    </span>
  );
}
