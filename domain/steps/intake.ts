import type { FactRecord } from '../case/facts/fact-record.ts';
import { filesTaken, reusedClauses } from '../case/files-taken.ts';
import type { WithFiles } from '../case/files-taken.ts';
import { unlisted } from '../case/materials.ts';
import { acceptedBySilence } from '../case/silent.ts';
import { stillAsked, supplementBars } from '../case/supplement.ts';
import { withArrivals } from '../case/facts/supplement.ts';
import { civilDateOf } from '../clock/civil-date.ts';
import { reject } from '../rejection.ts';
import type { Said } from '../words/said.ts';
import { en, listed, received, sentence, zh } from '../words/sentence.ts';
import type { Ending, StepKind } from './step-kind.ts';

export interface CheckIn extends WithFiles {
  readonly type: 'checkIn';
  readonly stepId: string;
  readonly received: readonly string[];
}

export interface CheckedIn extends WithFiles {
  readonly type: 'CheckedIn';
  readonly stepId: string;
  readonly received: readonly string[];
  /** Necessary ones that did not hold the case up, because silence had accepted it. */
  readonly missing?: readonly string[];
}

/**
 * The checklist of the item's guide is complete, nothing outside it is taken (XKF 31, 32). What silence has accepted is taken in as it is:
 * nothing is granted before the rest is there.
 */
const checkIn: Ending<CheckIn, CheckedIn> = {
  title: { zh: '收件', en: 'Check in' },
  texts: {},
  people: {},
  answer(context, { stepId, received, ...brought }) {
    const { materials } = context.world.plan;
    const odd = unlisted(context.world, received);
    if (odd) return odd;
    const held = [...context.state.received, ...received];
    const missing = materials.filter((material) => material.necessary && !held.includes(material.id));
    const ids = missing.map((material) => material.id);
    const isAccepted = acceptedBySilence(context.state);
    if (missing.length > 0 && !isAccepted) {
      const detail = `expected all necessary materials, but these are missing: ${ids.join(', ')}`;
      return reject('materials-missing', detail, { materials: ids });
    }
    // What is passed on is whole: where the department answers, the applicant supplies at the window first.
    const isPassedOn = context.world.plan.limits.passing !== undefined;
    const outstanding = isPassedOn && !isAccepted ? supplementBars(context.state, received) : null;
    if (outstanding) return outstanding;
    const more = { ...(missing.length > 0 && { missing: ids }), ...filesTaken(brought, received) };
    const fact = { type: 'CheckedIn', stepId, received, ...more } as const;
    return { facts: [fact], outcome: 'received', endedOn: context.today };
  },
};

const checkedIn: FactRecord<CheckedIn> = {
  title: { zh: '核对材料', en: 'Materials checked in' },
  reading: ({ received: ids, missing, ...taken }, book) =>
    sentence(
      missing === undefined
        ? { zh: '核对材料，收齐必要材料', en: 'Checked in the materials: all necessary ones are there' }
        : { zh: '核对材料，必要材料尚未收齐', en: 'Checked in the materials: not all necessary ones are there' },
      received(ids.map((id) => book.material(id))),
      ...reusedClauses(taken, book),
      missing === undefined ? null : stillToCome(missing.map((id) => book.material(id))),
    ),
  fold: (state, { received: ids }, { at }) => {
    // What was asked for and comes with the check-in has arrived on its day.
    const arrived = stillAsked(state).filter(({ kind, id }) => kind === 'material' && ids.includes(id));
    const held = { ...state, received: [...new Set([...state.received, ...ids])] };
    return arrived.length === 0 ? held : withArrivals(held, arrived, civilDateOf(at));
  },
  tells: 'nobody',
};

function stillToCome(materials: readonly string[]): Said {
  const list = listed(materials);
  return { zh: zh`待补交：${list}，收齐后才能准予许可`, en: en`still to come before a grant: ${list}` };
}

/** 收件. */
export const intake = {
  title: { zh: '收件', en: 'Intake' },
  params: {},
  isFrame: true,
  isWatched: false,
  leaves: { always: ['received'], drawn: [] },
  exclusionKinds: [],
  endings: { checkIn },
  facts: { CheckedIn: checkedIn },
} as const satisfies StepKind<'intake'>;
