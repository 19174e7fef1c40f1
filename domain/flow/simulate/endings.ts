import { opinionsAgainst } from '../../case/opinions.ts';
import type { Order } from '../../case/acts/index.ts';
import type { CaseState, StepState, World } from '../../case/state.ts';
import type { CivilDate } from '../../clock/civil-date.ts';
import type { Role, Actor } from '../../people/roles.ts';
import type { StepKindName, StepParams } from '../../steps/params.ts';
import { invented } from './people.ts';

/** An open step that is to end today with an outcome. */
export interface Ending<K extends StepKindName = StepKindName> {
  readonly world: World;
  readonly state: CaseState;
  readonly step: StepState;
  readonly params: StepParams[K];
  readonly outcome: string;
  readonly today: CivilDate;
}

/** An order of a trial and the people it names. */
export interface Given {
  readonly order: Order;
  readonly people: readonly Actor[];
}

/** What stands for words, names and numbers that nobody has written yet. */
export const unwritten = '（试运行）';
const turnedDown = { reasons: unwritten, remedy: unwritten, documentNo: unwritten } as const;

type Endings = { readonly [K in StepKindName]: (at: Ending<K>) => Given };

/** The order that ends a step of a kind. */
const endings: Endings = {
  intake: ({ world, state, step }) => {
    // What may come later was chosen at the filing; everything necessary is brought.
    const missing = world.plan.materials.filter(({ id, necessary }) => necessary && !state.received.includes(id));
    return alone({ type: 'checkIn', stepId: step.id, received: missing.map(({ id }) => id) });
  },
  passing: ({ step }) => alone({ type: 'signForMaterials', stepId: step.id }),
  acceptance: (at) => alone(answer(at)),
  review: ({ step, outcome, today }) =>
    alone({ type: 'finishReview', stepId: step.id, outcome, opinion: unwritten, ...held(step, today) }),
  expertReview: ({ step, outcome, today, params }) => {
    const experts = Array.from({ length: params.minPeople }, (_, index) => `${unwritten}${index + 1}`);
    const result = { stepId: step.id, outcome, opinion: unwritten, experts, officials: [], ...held(step, today) };
    return alone({ type: 'finishExpertReview', ...result });
  },
  siteInspection: ({ step, outcome, today, params }) => {
    const people = colleagues('siteInspector', step.id, Math.max(2, params.minPeople));
    const inspectors = people.map(({ id }) => id);
    const result = { stepId: step.id, outcome, heldOn: today, inspectors, findings: unwritten } as const;
    return { order: { type: 'finishInspection', ...result }, people };
  },
  hearing: ({ step, outcome, today }) => {
    if (outcome === 'waived') {
      return alone({ type: 'waiveHearing', stepId: step.id, waivedOn: today, statement: unwritten });
    }
    const presider = invented('hearingOfficer', step.id, 'presides');
    const result = { stepId: step.id, outcome, heldOn: today, presider: presider.id, record: unwritten } as const;
    return { order: { type: 'finishHearing', ...result }, people: [presider] };
  },
  decision: ({ world, state, step, outcome }) => {
    const made = { type: 'makeDecision', stepId: step.id, documentNo: unwritten } as const;
    if (outcome === 'refuse') return alone({ ...made, outcome, reasons: unwritten, remedy: unwritten });
    const isAgainst = opinionsAgainst(world, state).length > 0;
    return alone({ ...made, outcome: 'grant', ...(isAgainst && { reasons: unwritten }) });
  },
  certificate: ({ step, today }) => {
    const validity = { validFrom: today, validUntil: null };
    return alone({ type: 'issueCertificate', stepId: step.id, certificateNo: unwritten, ...validity });
  },
  delivery: ({ step, today }) => {
    const service = { mode: 'collected', takenBy: 'applicant', recipient: unwritten, servedOn: today } as const;
    return alone({ type: 'deliver', stepId: step.id, ...service });
  },
  afterCheck: ({ step, outcome, today }) =>
    alone({ type: 'finishAfterCheck', stepId: step.id, outcome, heldOn: today, findings: unwritten }),
};

/** The order that ends an open step as was chosen. */
export function endingOf<K extends StepKindName>(kind: K, at: Ending<K>): Given {
  return endings[kind](at);
}

function answer({ step, outcome, today }: Ending<'acceptance'>): Order {
  const stepId = step.id;
  switch (outcome) {
    case 'undertaken': {
      const undertaking = { undertakenOn: today, undertaking: unwritten, credit: 'clear' } as const;
      const numbers = { documentNo: unwritten, undertakingNo: unwritten };
      return { type: 'acceptUndertaking', stepId, ...numbers, ...undertaking };
    }
    case 'notNeeded':
      return { type: 'answerNotNeeded', stepId, ...turnedDown };
    case 'notCompetent':
      return { type: 'refuseAcceptance', stepId, ...turnedDown, competentAgency: unwritten };
    default:
      return { type: 'accept', stepId, documentNo: unwritten };
  }
}

/** Of an untimed step, the day on which it ended. */
function held({ phase }: StepState, heldOn: CivilDate): { readonly heldOn?: CivilDate } {
  return phase === null ? {} : { heldOn };
}

function colleagues(role: Role, stepId: string, count: number): readonly Actor[] {
  return Array.from({ length: count }, (_, index) => invented(role, `${stepId} ${index + 1}`, 'joins'));
}

function alone(order: Order): Given {
  return { order, people: [] };
}
