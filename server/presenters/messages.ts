import type { OkOf } from '../../contract/routes.ts';
import type { Words } from '../../db/views/case-view.ts';
import type { MessageRow } from '../../db/views/messages.ts';
import { isFactType, readFact, recordOf } from '../../domain/case/facts/index.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { worksFor } from '../../domain/people/can.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { WordBook } from '../../domain/words/book.ts';
import { caseBook } from '../../domain/words/case-book.ts';
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
    at: rfc3339(row.at),
    read: row.readAt !== null,
  };
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
