import { said } from '../i18n/said.ts';
import { cardLight } from '../theme.ts';
import { Light } from './light.tsx';

/** A warning by its level, as colour, icon and word. */
export function LevelLight({ level, title }: { level: string; title: string }) {
  return <Light colour={cardLight(level)}>{said('level', level, title)}</Light>;
}
