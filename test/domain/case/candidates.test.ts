import { describe, expect, it } from 'vitest';
import { candidatesFor } from '../../../domain/case/candidates.ts';
import { orderTypes, peopleFields } from '../../../domain/case/acts/index.ts';
import type { Order } from '../../../domain/case/acts/index.ts';
import { roleNames } from '../../../domain/people/roles.ts';
import type { Actor, Role } from '../../../domain/people/roles.ts';
import { isRejection } from '../../../domain/rejection.ts';
import { expertOpinion } from '../../support/good-order.ts';
import { atWindow, listOf } from '../../support/passing-flow.ts';
import { Scene, day, person } from '../../support/scene.ts';

const today = '2026-09-16';
const elsewhere: Actor = {
  id: 'elsewhere',
  posts: [{ role: 'caseOfficer', departmentId: 'sy-health', regionCode: '210100' }],
};
/** Who handles the case in the scenes below presides elsewhere; beside them one of each post, a second case officer, one of another department, and nobody's. */
const everybody: readonly Actor[] = [
  { id: 'caseOfficer', posts: [...person('caseOfficer').posts, ...person('hearingOfficer').posts] },
  ...roleNames.filter((role) => role !== 'caseOfficer').map((role) => person(role)),
  person('caseOfficer', 'second'),
  elsewhere,
  { id: 'postless', posts: [] },
];

type Naming = (id: string) => Order;
interface Trial {
  readonly scene: () => Scene;
  readonly by: Role;
  readonly field: string;
  readonly stepId: string;
  readonly naming: Naming;
}

const reviewed = (outcome: string) => new Scene('2026-09-14').reviewed('2026-09-15', outcome);
const claimed = () => {
  const scene = new Scene('2026-09-14').accepted('2026-09-15');
  scene.must('2026-09-15', 'caseOfficer', { type: 'claimTask', stepId: 'review' });
  return scene;
};

const checkedIn = () => {
  const scene = atWindow('2026-09-14');
  scene.must('2026-09-15', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  return scene;
};

const trials: Readonly<Record<string, Trial>> = {
  'handing over what one holds': {
    scene: claimed,
    by: 'caseOfficer',
    field: 'to',
    stepId: 'review',
    naming: (to) => ({ type: 'handOverTask', stepId: 'review', to, reason: 'r' }),
  },
  'reassigning what somebody holds': {
    scene: claimed,
    by: 'sectionChief',
    field: 'to',
    stepId: 'review',
    naming: (to) => ({ type: 'reassignTask', stepId: 'review', to, reason: 'r' }),
  },
  'handing over what nobody holds': {
    scene: () => new Scene('2026-09-14').accepted('2026-09-15'),
    by: 'caseOfficer',
    field: 'to',
    stepId: 'review',
    naming: (to) => ({ type: 'handOverTask', stepId: 'review', to, reason: 'r' }),
  },
  'officials among the experts': {
    scene: () => reviewed('pass').started(today, 'experts', 'caseOfficer'),
    by: 'caseOfficer',
    field: 'officials',
    stepId: 'experts',
    naming: (id) => ({ ...expertOpinion, officials: [id] }),
  },
  inspectors: {
    scene: () => reviewed('pass').started(today, 'site', 'siteInspector'),
    by: 'siteInspector',
    field: 'inspectors',
    stepId: 'site',
    naming: (id) => ({
      type: 'finishInspection',
      stepId: 'site',
      outcome: 'pass',
      heldOn: day(today),
      inspectors: [id, id === 'second' ? 'caseOfficer' : 'second'],
      findings: 'f',
    }),
  },
  'who is handed the materials': {
    scene: checkedIn,
    by: 'windowClerk',
    field: 'receiver',
    stepId: 'passing',
    naming: (receiver) => ({ type: 'passToDepartment', stepId: 'passing', receiver, items: listOf(checkedIn()) }),
  },
  'who is to preside': {
    scene: () => reviewed('hearing'),
    by: 'hearingOfficer',
    field: 'presider',
    stepId: 'hearing',
    naming: (presider) => ({
      type: 'callHearing',
      stepId: 'hearing',
      documentNo: '听1',
      servedOn: day(today),
      hearingOn: day('2026-10-15'),
      hearingAt: '09:30',
      hearingPlace: 'w',
      presider,
    }),
  },
  'who presides': {
    scene: () => reviewed('hearing').started(today, 'hearing', 'hearingOfficer', 'deputyHead'),
    by: 'hearingOfficer',
    field: 'presider',
    stepId: 'hearing',
    naming: (presider) => ({
      type: 'finishHearing',
      stepId: 'hearing',
      outcome: 'held',
      heldOn: day(today),
      presider,
      record: 'r',
    }),
  },
};

describe('the people offered for a field of an order', () => {
  it.each(Object.entries(trials))('%s: just those with whom the order is taken', (_title, trial) => {
    const { by, field, stepId, naming } = trial;
    const scene = trial.scene();
    const desk = { world: scene.world, state: scene.state, actor: person(by), today: day(today) };
    const sought = candidatesFor(desk, { type: naming('x').type, stepId, field });
    if (sought === null || isRejection(sought)) throw new Error('expected candidates, but got none');
    const { roles, departmentId, recused } = sought;
    const fits = ({ role, departmentId: here }: Actor['posts'][number]) =>
      (roles === 'any' || roles.includes(role)) && (departmentId === null || here === departmentId);
    const offered = everybody.filter(({ id, posts }) => !recused.includes(id) && posts.some(fits));
    const taken = everybody.filter(
      ({ id }) => !isRejection(trial.scene().give(today, person(by), naming(id), { people: everybody })),
    );
    expect(offered).toEqual(taken);
    expect(taken.length).toBeGreaterThan(0);
  });

  it('are told to nobody who may not give the order, and not for a field that names nobody', () => {
    const scene = claimed();
    const desk = (role: Role) => ({ world: scene.world, state: scene.state, actor: person(role), today: day(today) });
    const asked = { type: 'reassignTask', stepId: 'review', field: 'to' } as const;
    expect(candidatesFor(desk('caseOfficer'), asked)).toMatchObject({ code: 'not-allowed' });
    expect(candidatesFor(desk('sectionChief'), { ...asked, stepId: 'decision' })).toMatchObject({
      code: 'step-not-open',
    });
    expect(candidatesFor(desk('sectionChief'), { ...asked, field: 'reason' })).toBeNull();
  });
});

it('has a trial for every field that names people', () => {
  const named = orderTypes.flatMap((type) => peopleFields(type).map((field) => `${type}.${field}`));
  const tried = Object.values(trials).map(({ naming, field }) => `${naming('x').type}.${field}`);
  expect(named.filter((one) => !tried.includes(one))).toEqual([]);
});
