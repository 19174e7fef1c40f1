import { reject } from '../../rejection.ts';
import { closeCase } from '../close.ts';
import { isDeferralOver, stillDeferred, toUndertake } from '../deferral.ts';
import { only, record, today } from '../draft.ts';
import type { Digest } from '../marks.ts';
import { identityBars } from '../identity.ts';
import { notOpen } from '../materials.ts';
import { checkUndertaking } from '../undertaking.ts';
import type { Undertaking } from '../undertaken.ts';
import { beforeAcceptance } from './act.ts';
import type { Act } from './act.ts';

export interface DeferMaterials extends Undertaking {
  readonly type: 'deferMaterials';
  readonly stepId: string;
  readonly deferred: readonly string[];
  readonly documentNo: string;
}

/**
 * 容缺受理: the applicant undertakes in writing to supply later what the item's guide lets come later, after the window has looked at the
 * applicant's credit. It is local policy (domain.md 12.1.5): the case is accepted and counts like every other.
 */
export const deferMaterials: Act<DeferMaterials> = {
  title: { zh: '登记容缺承诺', en: 'Let materials come later' },
  texts: { undertaking: 'words' },
  people: {},
  holder: 'handler',
  place: beforeAcceptance,
  guard: ({ world, state }) =>
    toUndertake(world, state).length > 0 && state.deferral === undefined && state.acceptedOn === null
      ? identityBars(state)
      : reject(
          'nothing-to-defer',
          'expected a deferrable material that is missing, but none is open to an undertaking',
        ),
  decide(draft, { stepId, deferred, documentNo, undertakenOn, undertaking, credit }) {
    const { world, state } = draft;
    const given = { undertakenOn, undertaking, credit };
    const refusal =
      notOpen(deferred, toUndertake(world, state), { code: 'not-deferrable', what: 'of what may come later' }) ??
      checkUndertaking({ state, today: today(draft) }, given);
    return refusal ?? only(draft, { type: 'MaterialsDeferred', stepId, deferred, documentNo, ...given });
  },
};

export interface LapseDeferral {
  readonly type: 'lapseDeferral';
  readonly documentNo: string;
  readonly reasons: Digest;
  readonly remedy: Digest;
}

/**
 * What the applicant undertook did not come in time: where the item cites that, the application counts as withdrawn, by a reasoned document
 * of the lead and never by itself; elsewhere the permit is refused by the decision.
 */
export const lapseDeferral: Act<LapseDeferral> = {
  title: { zh: '逾期未后补处理', en: 'End a case whose deferred materials did not come' },
  texts: { reasons: 'words', remedy: 'words' },
  people: {},
  holder: ['windowLead'],
  place: 'case',
  guard: ({ state, world }) => {
    if (stillDeferred(state).length === 0 || state.decidedOn !== null || world.plan.limits.deferral?.lapses !== true) {
      const detail = 'expected an undertaking whose lapse ends the case as withdrawn, but there is none';
      return reject('no-deferral-to-lapse', detail);
    }
    if (isDeferralOver(state)) return null;
    return reject('deferral-not-lapsed', 'expected the time for what comes later to be over, but it is not');
  },
  decide(draft, { documentNo, reasons, remedy }) {
    const missing = stillDeferred(draft.state);
    record(draft, { type: 'DeferralLapsed', missing, documentNo, reasons, remedy });
    closeCase(draft, 'deemedWithdrawn');
    return null;
  },
};
