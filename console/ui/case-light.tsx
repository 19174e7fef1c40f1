import { useTranslation } from 'react-i18next';
import type { LightName } from '../../contract/shapes.ts';
import { Light } from './light.tsx';

/** The light of a clock with its word: the card that was raised, else overdue, stopped, ended or on time. */
export function CaseLight({
  light,
  levelTitle,
  overdue,
}: {
  light: LightName;
  levelTitle?: string | null;
  overdue?: boolean;
}) {
  const { t } = useTranslation();
  const words = {
    green: t('case.green'),
    yellow: levelTitle ?? t('case.near'),
    red: overdue === true ? [t('case.overdue'), levelTitle].filter(Boolean).join(' · ') : (levelTitle ?? t('case.red')),
    stopped: t('case.stopped'),
    ended: t('case.ended'),
  } as const satisfies Record<LightName, string>;
  return <Light colour={light === 'ended' ? 'grey' : light}>{words[light]}</Light>;
}
