import type { Digest } from '../../case/marks.ts';
import type { PartyWords } from '../party.ts';
import type { DocumentSource } from '../source.ts';
import { orBlank } from './blank.ts';

/** A party by name and by the number of its paper. */
export function partyRows(who: string, party: PartyWords | null): readonly (readonly [string, string])[] {
  return [
    [who, orBlank(party?.name)],
    [party?.isPerson === false ? '统一社会信用代码' : '证件号码', orBlank(party?.idNo)],
  ];
}

/** Contact and address as they were told last: at the filing, or by a change since. */
export function toldLast({ state, facts }: DocumentSource): { readonly contact: Digest; readonly address: Digest } {
  const changed = facts.findLast(({ body }) => body.type === 'ContactChanged')?.body;
  return changed?.type === 'ContactChanged' ? changed : state.filing;
}
