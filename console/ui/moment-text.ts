import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { instantText } from './words.ts';

/** Month, day and time of an instant in ms: Beijing time as everywhere, wherever the machine thinks it stands. */
export function momentText(at: number): string {
  return instantText(rfc3339(at)).slice('2026-'.length);
}
