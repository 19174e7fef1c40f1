import { reject } from '../rejection.ts';
import { wrongKind } from './rules.ts';
import type { StepKind } from './step-kind.ts';

/** 收件: the checklist of the item's guide is complete, nothing outside it is taken (XKF 31, 32). */
export const intake: StepKind = {
  orders: ['checkIn'],
  answer(context, order) {
    if (order.type !== 'checkIn') return wrongKind(context, order.type);
    const { materials } = context.world.plan;
    const stranger = order.received.find((id) => !materials.some((material) => material.id === id));
    if (stranger !== undefined) {
      return reject('unknown-material', `expected materials of the item's list, but ${stranger} is not on it`, {
        materials: [stranger],
      });
    }
    const held = [...context.state.received, ...order.received];
    const missing = materials.filter((material) => material.necessary && !held.includes(material.id));
    if (missing.length > 0) {
      const ids = missing.map((material) => material.id);
      const detail = `expected all necessary materials, but these are missing: ${ids.join(', ')}`;
      return reject('materials-missing', detail, { materials: ids });
    }
    const fact = { type: 'CheckedIn', stepId: order.stepId, received: order.received } as const;
    return { facts: [fact], outcome: 'received', endedOn: context.today };
  },
};
