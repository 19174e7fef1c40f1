import type { Static } from 'typebox';
import type { AskedView } from '../../contract/case-view.ts';
import type { Request } from '../../db/views/case-view.ts';
import { effectOfExtension, effectOfStart } from '../../domain/case/effect.ts';
import type { DateMove } from '../../domain/case/effect.ts';
import type { Digest } from '../../domain/case/marks.ts';
import { plannedStep } from '../../domain/case/planned.ts';
import { openTasks } from '../../domain/case/tasks.ts';
import type { Task } from '../../domain/case/tasks.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { splitInstance } from '../../domain/instance-id.ts';
import { readClockTitle, stepBook } from '../../domain/words/clock-title.ts';
import type { CaseInput } from './case-input.ts';
import { basisOf } from './clock-view.ts';

/** What a case waits for from somebody above, but for whose turn it is. */
export function askedOf(o: CaseInput): readonly { readonly task: Task; readonly asked: Asked }[] {
  const { world, rows } = o;
  return openTasks(world, rows.state).flatMap((task) => {
    const request = task.origin === 'step' ? undefined : requestOf(task, rows.requests);
    return request === undefined ? [] : [{ task, asked: presentAsked(task, request, o) }];
  });
}

type Asked = Omit<Static<typeof AskedView>, 'next'>;

function requestOf({ origin, stepId }: Task, requests: readonly Request[]): Request | undefined {
  return requests.findLast(({ body }) => {
    switch (body.type) {
      case 'ExtensionRequested':
        return origin === 'extension';
      case 'UntimedStepRequested':
        return origin === 'start' && body.stepId === stepId;
      case 'RefusalProposed':
        return origin === 'refusal' && body.stepId === stepId;
    }
    return body satisfies never;
  });
}

function presentAsked(task: Task, request: Request, o: CaseInput): Asked {
  const { words, definition, handles } = o;
  const { body } = request;
  const by = askedBy(task, body, o);
  const wordsOf = (digest: Digest) => (handles ? (words.texts[digest] ?? null) : null);
  const common = {
    requestedBy: by === null ? '' : (words.people[by] ?? by),
    requestedAt: rfc3339(request.at),
    reason: wordsOf(body.reason),
    competentAgency: null,
  };
  const book = stepBook(definition);
  const titled = (moves: readonly DateMove[]) =>
    moves.map((move) => ({ ...move, clockTitle: readClockTitle(move.clock, book) }));
  const where = { world: o.world, state: o.rows.state, today: o.today };
  switch (body.type) {
    case 'UntimedStepRequested': {
      const { stepId } = task;
      const basis = basisOf(book.get(splitInstance(stepId).id));
      return {
        ...common,
        origin: 'start',
        stepId,
        limit: promiseOf(o, stepId),
        basis,
        effect: titled(effectOfStart(where, stepId)),
      };
    }
    case 'ExtensionRequested': {
      const limit = { count: body.count, unit: o.world.plan.limits.statutory.unit };
      const basis = definition.limits.extension?.basis ?? null;
      return { ...common, origin: 'extension', stepId: null, limit, basis, effect: titled(effectOfExtension(where)) };
    }
    case 'RefusalProposed': {
      const competentAgency = wordsOf(body.competentAgency);
      return {
        ...common,
        origin: 'refusal',
        stepId: task.stepId,
        limit: null,
        basis: null,
        effect: [],
        competentAgency,
      };
    }
  }
  return body satisfies never;
}

function askedBy({ stepId }: Task, { type }: Request['body'], { rows: { state } }: CaseInput): string | null {
  switch (type) {
    case 'UntimedStepRequested':
      return state.steps.find(({ id }) => id === stepId)?.requestedBy ?? null;
    case 'ExtensionRequested':
      return state.extension?.requestedBy ?? null;
    case 'RefusalProposed':
      return state.refusal?.by ?? null;
  }
  return type satisfies never;
}

function promiseOf({ world }: CaseInput, stepId: string): Asked['limit'] {
  const { count, unit } = plannedStep(world, stepId).untimed?.promise ?? world.plan.limits.promised;
  return { count, unit };
}
