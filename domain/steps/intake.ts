import type { FactRecord } from '../case/facts/fact-record.ts';
import { stranger } from '../case/materials.ts';
import { reject } from '../rejection.ts';
import { received, sentence } from '../words/sentence.ts';
import type { Ending, StepKind } from './step-kind.ts';

export interface CheckIn {
  readonly type: 'checkIn';
  readonly stepId: string;
  readonly received: readonly string[];
}

export interface CheckedIn {
  readonly type: 'CheckedIn';
  readonly stepId: string;
  readonly received: readonly string[];
}

/** The checklist of the item's guide is complete, nothing outside it is taken (XKF 31, 32). */
const checkIn: Ending<CheckIn, CheckedIn> = {
  title: { zh: '收件', en: 'Check in' },
  texts: {},
  people: {},
  answer(context, { stepId, received }) {
    const { materials } = context.world.plan;
    const odd = stranger(context.world, received);
    if (odd !== undefined) {
      const detail = `expected materials of the item's list, but ${odd} is not on it`;
      return reject('unknown-material', detail, { materials: [odd] });
    }
    const held = [...context.state.received, ...received];
    const missing = materials.filter((material) => material.necessary && !held.includes(material.id));
    if (missing.length > 0) {
      const ids = missing.map((material) => material.id);
      const detail = `expected all necessary materials, but these are missing: ${ids.join(', ')}`;
      return reject('materials-missing', detail, { materials: ids });
    }
    return { facts: [{ type: 'CheckedIn', stepId, received }], outcome: 'received', endedOn: context.today };
  },
};

const checkedIn: FactRecord<CheckedIn> = {
  title: { zh: '核对材料', en: 'Materials checked in' },
  reading: (body, book) =>
    sentence(
      { zh: '核对材料，收齐必要材料', en: 'Checked in the materials: all necessary ones are there' },
      received(body.received.map((id) => book.material(id))),
    ),
  fold: (state, { received }) => ({ ...state, received: [...new Set([...state.received, ...received])] }),
  tells: 'nobody',
};

/** 收件. */
export const intake = {
  title: { zh: '收件', en: 'Intake' },
  params: {},
  isFrame: true,
  isWatched: false,
  exclusionKinds: [],
  endings: { checkIn },
  facts: { CheckedIn: checkedIn },
} as const satisfies StepKind<'intake'>;
