import type { OkOf } from '../../contract/routes.ts';
import type { Words } from '../../db/views/case-view.ts';
import type { MessageRow } from '../../db/views/messages.ts';
import { isFactType, readFact, recordOf } from '../../domain/case/facts/index.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { splitClockId } from '../../domain/instance-id.ts';
import { worksFor } from '../../domain/people/can.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { WordBook } from '../../domain/words/book.ts';
import { caseBook } from '../../domain/words/case-book.ts';
import { readStep, stepBook } from '../../domain/words/clock-title.ts';
import { inEnglish } from '../../domain/words/in-english.ts';
import type { Said } from '../../domain/words/said.ts';
import { sayLimit } from '../../domain/words/limit.ts';
import { digestsOf, peopleOf } from './timeline.ts';
import { levelTitle } from './words.ts';

/** A row of the list of messages: the fact it tells of in a sentence, and who did it. `words`: of `wordsIn`. */
export function presentMessage(
  row: MessageRow,
  o: { definition: FlowDefinition; words: Words; reader: Actor },
): OkOf<'listMessages'>['items'][number] {
  const kind = row.level === null ? messageTitle(row.kind) : levelTitle(row.level);
  return {
    messageId: row.messageId,
    caseId: row.caseId,
    caseNo: row.caseNo,
    itemName: row.itemName,
    kind: row.kind,
    kindTitle: kind,
    title: `${kind}：${row.itemName}（${row.caseNo}）`,
    sentence: readFact(row.body, bookOf(row, o)),
    actorName: actorOf(row, o.words),
    level: row.level,
    levelTitle: row.level === null ? null : levelTitle(row.level),
    refId: row.refId,
    step: stepIn(row, o),
    at: rfc3339(row.at),
    read: row.readAt !== null,
  };
}

/** The step a message is about, or whose clock it tells of. */
function stepIn({ body }: MessageRow, { definition }: { definition: FlowDefinition }): Said | null {
  const stepId = 'stepId' in body ? body.stepId : 'clock' in body ? stepOfClock(body.clock) : null;
  if (stepId === null) return null;
  return {
    zh: readStep(stepId, stepBook(definition)),
    en: readStep(stepId, stepBook(inEnglish(definition)), 'en'),
  };
}

function stepOfClock(clock: unknown): string | null {
  return typeof clock === 'string' ? (splitClockId(clock)?.stepId ?? null) : null;
}

/** The names and words that messages need; words only of cases of a department the reader works for. */
export function wordsIn(rows: readonly MessageRow[], reader: Actor) {
  return {
    caseIds: rows.map(({ caseId }) => caseId),
    digests: rows.filter(({ departmentId }) => worksFor(reader, departmentId)).flatMap(digestsOf),
    people: rows.flatMap(peopleOf),
  };
}

function bookOf(row: MessageRow, o: { definition: FlowDefinition; words: Words; reader: Actor }): WordBook {
  const { people, texts } = o.words;
  const mayRead = worksFor(o.reader, row.departmentId);
  const book = caseBook({ definition: o.definition, facts: [], texts: mayRead ? texts : {}, people });
  const { unit } = row;
  // The clock that says its unit began with another fact than this one.
  return unit === null ? book : { ...book, amount: (_clock, count) => sayLimit({ count, unit }) };
}

function messageTitle(kind: string): string {
  if (!isFactType(kind)) return '消息';
  const { tells, title } = recordOf(kind);
  return tells === 'nobody' ? title.zh : tells.title.zh;
}

/** Who did it; what the machine or time made of something is nobody's act. */
function actorOf({ kind, actorId }: MessageRow, { people }: Words): string | null {
  const derived = isFactType(kind) && recordOf(kind).derived === true;
  return derived || actorId === null ? null : (people[actorId] ?? null);
}
