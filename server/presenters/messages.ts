import type { OkOf } from '../../contract/routes.ts';
import type { MessageRow } from '../../db/views/messages.ts';
import { isFactType, recordOf } from '../../domain/case/facts/index.ts';
import { rfc3339 } from '../../domain/clock/civil-date.ts';
import { levels } from '../../domain/flow/definition.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { readClockTitle, readStep, stepBook } from '../../domain/words/clock-title.ts';
import { fill, say } from '../../domain/words/said.ts';
import type { Language, Said } from '../../domain/words/said.ts';
import { levelTitle } from './words.ts';

const you: Said = { zh: '您', en: 'you' };
const system: Said = { zh: '系统', en: 'The system' };

/** A row of the list of messages; its sentence is for its reader, in the reader's language. */
export function presentMessage(
  row: MessageRow,
  o: { definition: FlowDefinition; readerId: string; language: Language },
): OkOf<'listMessages'>['items'][number] {
  const tells = tellsOf(row.kind);
  const kind = row.level === null ? (tells?.title.zh ?? row.kind) : levelTitle(row.level);
  return {
    messageId: row.messageId,
    caseId: row.caseId,
    caseNo: row.caseNo,
    itemName: row.itemName,
    kind: row.kind,
    kindTitle: kind,
    title: `${kind}：${row.itemName}（${row.caseNo}）`,
    sentence: tells === null ? kind : fill(say(tells.sentence, o.language), partsOf(row, o)),
    level: row.level,
    levelTitle: row.level === null ? null : levelTitle(row.level),
    refId: row.refId,
    at: rfc3339(row.at),
    read: row.readAt !== null,
  };
}

function tellsOf(kind: string) {
  if (!isFactType(kind)) return null;
  const { tells } = recordOf(kind);
  return tells === 'nobody' ? null : tells;
}

function partsOf(
  row: MessageRow,
  { definition, readerId, language }: { definition: FlowDefinition; readerId: string; language: Language },
): Record<string, string> {
  const book = stepBook(definition);
  return {
    step: readStep(row.refId, book),
    actor: row.actorName ?? say(system, language),
    to: row.moved?.id === readerId ? say(you, language) : (row.moved?.name ?? ''),
    clock: row.clock === null ? '' : readClockTitle(row.clock, book),
    level: row.level === null ? '' : say(levels[row.level], language),
  };
}
