import { problem } from '../../contract/problem.ts';
import { documentsOfNumber } from '../../db/documents/papers.ts';
import { readFacts } from '../../db/journal/facts.ts';
import { aboutOf } from '../../domain/documents/compose.ts';
import { laterOf } from '../../domain/documents/later.ts';
import type { AppDeps } from '../deps.ts';
import { checkCodeOf, isCode } from '../documents/check-code.ts';
import { lockedUntil } from '../guesses.ts';
import type { Guesses } from '../guesses.ts';
import { presentChecked } from '../presenters/documents.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';

/** A document checked by anybody who has one in the hand: each try is counted before it is judged. */
export function documentCheckHandlers(
  { db, config, documents: { sealer } }: AppDeps,
  { guesses, time }: Pick<CaseTools, 'time'> & { readonly guesses: Guesses },
): Pick<Handlers, 'checkDocument'> {
  return {
    checkDocument: async ({ body: { number, code }, request, receivedAt: now }) => {
      const tried = await guesses.check({ number, address: request.ip, now });
      if ('lockedUntil' in tried) return lockedUntil(tried, 'checkCode', now);
      const some = await documentsOfNumber(db, number);
      const found = some.find((one) => isCode(checkCodeOf(config.sessionSecret, one), code));
      if (found === undefined) {
        const detail = '没有查到：文书编号和核验码不相符，或者该文书尚未制发。';
        return problem('not-found', 'expected a number and the code of its document, but they do not fit', { detail });
      }
      await tried.right();
      const { today } = await time.read();
      const journal = await readFacts(db, found.caseId, 0);
      const fact = journal.find(({ hash }) => hash === found.factHash);
      const later = fact === undefined ? [] : laterOf(found.kind, fact, journal);
      const about = fact === undefined ? null : aboutOf(fact.body, journal);
      return presentChecked(found, { today, later, about, isSealGood: sealer.isGood(found.sha256, found.seal) });
    },
  };
}
