import type { Static } from 'typebox';
import type { AskedView } from '../../contract/case-view.ts';
import type { Request } from '../../db/views/case-view.ts';
import { effectOfExtension, effectOfStart } from '../../domain/case/effect.ts';
import { plannedStep } from '../../domain/case/planned.ts';
import { openTasks } from '../../domain/case/tasks.ts';
import type { Task } from '../../domain/case/tasks.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { splitInstance } from '../../domain/instance-id.ts';
import { readClockTitle, stepBook } from '../../domain/words/clock-title.ts';
import type { CaseInput } from './case-input.ts';
import { basisOf } from './clock-view.ts';

/** The approvals that a case waits for, but for whose turn they are. */
export function askedOf(o: CaseInput): readonly { readonly task: Task; readonly asked: Asked }[] {
  const { world, rows } = o;
  return openTasks(world, rows.state).flatMap((task) => {
    const request = task.origin === 'step' ? undefined : requestOf(task, rows.requests);
    return request === undefined ? [] : [{ task, asked: presentAsked(task, request, o) }];
  });
}

type Asked = Omit<Static<typeof AskedView>, 'next'>;

function requestOf({ origin, stepId }: Task, requests: readonly Request[]): Request | undefined {
  return requests.findLast(({ body }) =>
    body.type === 'ExtensionRequested' ? origin === 'extension' : origin === 'start' && body.stepId === stepId,
  );
}

function presentAsked(task: Task, { at, body }: Request, o: CaseInput): Asked {
  const { world, rows, words, definition, today, handles } = o;
  const { state } = rows;
  const book = stepBook(definition);
  const isStart = body.type === 'UntimedStepRequested';
  const where = { world, state, today };
  const moves = isStart ? effectOfStart(where, task.stepId) : effectOfExtension(where);
  const step = state.steps.find(({ id }) => id === task.stepId);
  const by = isStart ? (step?.requestedBy ?? null) : (state.extension?.requestedBy ?? null);
  return {
    origin: isStart ? 'start' : 'extension',
    stepId: isStart ? task.stepId : null,
    requestedBy: by === null ? '' : (words.people[by] ?? by),
    requestedAt: rfc3339(at),
    reason: handles ? (words.texts[body.reason] ?? null) : null,
    limit: isStart ? promiseOf(o, task.stepId) : { count: body.count, unit: world.plan.limits.statutory.unit },
    basis: isStart ? basisOf(book.get(splitInstance(task.stepId).id)) : (definition.limits.extension?.basis ?? null),
    effect: moves.map((move) => ({ ...move, clockTitle: readClockTitle(move.clock, book) })),
  };
}

function promiseOf({ world }: CaseInput, stepId: string): Asked['limit'] {
  const { count, unit } = plannedStep(world, stepId).untimed?.promise ?? world.plan.limits.promised;
  return { count, unit };
}
