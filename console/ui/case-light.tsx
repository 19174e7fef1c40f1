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
    red: overdue === true ? [t('case.overdue'), card].filter(Boolean).join(' · ') : (card ?? t('case.red')),
    stopped: t('case.stopped'),
    ended: t('case.ended'),
  } as const satisfies Record<LightName, string>;
  return <Light colour={light === 'ended' ? 'grey' : light}>{words[light]}</Light>;
}
