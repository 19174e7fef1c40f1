import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LightName } from '../../contract/shapes.ts';
import { said } from '../i18n/said.ts';
import { Light } from './light.tsx';

/** The light of a clock with its word: the card that was raised, else overdue, stopped, ended or on time. */
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
    yellow: card ?? t('case.near'),
    red: overdue === true ? <Overdue card={card} /> : (card ?? t('case.red')),
    stopped: t('case.stopped'),
    ended: t('case.ended'),
  } as const satisfies Record<LightName, ReactNode>;
  return <Light colour={light === 'ended' ? 'grey' : light}>{words[light]}</Light>;
}

/** Overdue, and the card raised for it: in a narrow column the card stands below, and neither word is broken. */
function Overdue({ card }: { card: string | null }) {
  const { t } = useTranslation();
  if (card === null) return t('case.overdue');
  return (
    <span style={{ whiteSpace: 'normal' }}>
      <span style={{ whiteSpace: 'nowrap' }}>{t('case.overdue')} ·</span>{' '}
      <span style={{ whiteSpace: 'nowrap' }}>{card}</span>
    </span>
  );
}
