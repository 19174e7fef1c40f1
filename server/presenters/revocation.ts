import type { Static } from 'typebox';
import type { RevocationView } from '../../contract/revocation-view.ts';
import { revocationGrounds } from '../../domain/case/revoked.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { CaseInput } from './case-input.ts';

/** Where the revocation of the permit stands: proposed, declined, or done; null: nobody asked for it. */
export function presentRevocation(
  { revocation }: Pick<CaseState, 'revocation'>,
  { words, handles }: Pick<CaseInput, 'words' | 'handles'>,
): Static<typeof RevocationView> | null {
  if (revocation === undefined) return null;
  const { state, on, ground, by, reasons, decisionNo, servedOn = null } = revocation;
  const { zh, en } = revocationGrounds[ground];
  return {
    state,
    on,
    ground: { zh, en },
    by: words.people[by] ?? by,
    reasons: handles && reasons !== null ? (words.texts[reasons] ?? null) : null,
    decisionNo,
    servedOn,
  };
}
