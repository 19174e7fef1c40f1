import { isDeepStrictEqual } from 'node:util';
import { faultSentence } from '../../db/numbers/check.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import { verifyChain } from '../../domain/case/seal.ts';
import { opIdOf } from '../../server/gateway/answers.ts';
import { digestsIn } from '../words.ts';
import { digest } from './call.ts';
import { judgeClock, judgeWarnings } from './clock-checker.ts';
import type { Evidence, StoredIntent } from './evidence.ts';
import type { Final, Operation } from './journal.ts';
import type { Violation, ViolationCode } from './violation.ts';

/** Judges the evidence; an empty list is what is promised. Pure: it looks at nothing else. */
export function judge(evidence: Evidence): readonly Violation[] {
  const ids = new Map(evidence.operations.map((operation) => [idOf(operation), operation]));
  const known = new Set([...ids.keys(), ...movesIn(evidence)]);
  const effects = effectsOf(evidence);
  return [
    ...[...ids].flatMap(([opId, operation]) => judgeOperation(evidence, { opId, operation, effects })),
    ...[...evidence.facts].flatMap(([caseId, facts]) => [
      ...judgeFacts(caseId, facts, known),
      ...judgeWarnings(caseId, facts),
      ...judgeHead(evidence, caseId, facts),
      ...judgeWords(evidence, caseId, facts),
    ]),
    ...judgeIntents(evidence, known),
    ...judgeClock(evidence, movesIn(evidence)),
    ...judgeHeadsWithoutFacts(evidence),
    ...evidence.numbers.map((fault) => violation('number-differs', fault.caseId, faultSentence(fault))),
    ...evidence.drift.map(({ caseId, line }) => violation('read-rows-differ', caseId, line)),
  ];
}

/** The operations by which the API brings the business clock to the cases: nobody sends them, only one person causes them. */
function movesIn({ intents, moved }: Evidence): readonly string[] {
  const isMove = ({ order, actorId }: StoredIntent): boolean => order === 'advanceClock' && actorId === moved.by;
  return [...intents.values()].filter(isMove).map(({ opId }) => opId);
}

function violation(code: ViolationCode, caseId: string | null, detail: string): Violation {
  return { code, caseId: caseId ?? '-', detail };
}

/** The opId of an operation, computed from what was sent and not from what was answered. */
export function idOf({ actorId, route, key }: Operation): string {
  return opIdOf({ actor: { id: actorId }, route, key });
}

interface Effect {
  readonly caseId: string;
  readonly fact: Fact;
}

function effectsOf({ facts }: Evidence): ReadonlyMap<string, readonly Effect[]> {
  const effects = new Map<string, Effect[]>();
  for (const [caseId, ofCase] of facts) {
    for (const fact of ofCase) {
      const list = effects.get(fact.requestId);
      if (list === undefined) effects.set(fact.requestId, [{ caseId, fact }]);
      else list.push({ caseId, fact });
    }
  }
  return effects;
}

function judgeOperation(
  evidence: Evidence,
  o: { opId: string; operation: Operation; effects: ReadonlyMap<string, readonly Effect[]> },
): Violation[] {
  const { opId, operation } = o;
  const { finals, unknowns, order } = operation;
  const own = o.effects.get(opId) ?? [];
  const found: Violation[] = [];
  const say = (code: ViolationCode, detail: string): void => {
    const caseId = operation.caseId ?? own[0]?.caseId ?? finals.map(caseIn).find((id) => id !== null) ?? null;
    found.push(violation(code, caseId, `operation ${opId} (${order}) ${detail}`));
  };
  const answers = new Set(finals.map(({ event, status, answerHash }) => `${event} ${status} ${answerHash}`));
  if (answers.size > 1) say('answers-differ', `was answered in ${answers.size} ways: ${[...answers].join(', ')}`);
  for (const { status, why } of unknowns) {
    if (status !== null && status >= 500 && status !== 503) say('failure', `was answered ${status}: ${why}`);
  }
  const final = finals[0];
  if (final === undefined) say('unresolved', `has no final answer and ${own.length} facts`);
  else if (final.event === 'refused') {
    if (own.length > 0) say('refused-with-effect', `was refused (${final.code}) and has facts ${seqsOf(own)}`);
  } else judgeAcknowledged({ final, own, opId, say });
  if (final !== undefined) judgeStored(evidence, { final, opId, say });
  return found;
}

function caseIn(final: Final): string | null {
  return final.event === 'ack' ? final.caseId : null;
}

type Say = (code: ViolationCode, detail: string) => void;

/** Exactly the facts of the answer, once. */
function judgeAcknowledged(o: {
  final: Final & { event: 'ack' };
  own: readonly Effect[];
  opId: string;
  say: Say;
}): void {
  const { final, own, opId, say } = o;
  const { firstSeq, lastSeq, types, caseId } = final;
  if (final.opId !== opId) say('other-effect', `was acknowledged as ${final.opId}`);
  // What time alone caused may lie between the facts of an order that brought a newer business clock.
  const told = types.length > 0 && lastSeq - firstSeq + 1 >= types.length;
  if (!told) say('lost', `was acknowledged without facts (${firstSeq} to ${lastSeq}, ${types.length} types)`);
  if (own.length < types.length) say('lost', `was acknowledged with ${types.length} facts and has ${own.length}`);
  if (own.length > types.length) {
    say('doubled', `was acknowledged with ${types.length} facts and has ${own.length}: ${seqsOf(own)}`);
  }
  if (own.length !== types.length) return;
  const asTold = own.every(({ caseId: where, fact }, n) => where === caseId && fact.body.type === types[n]);
  const inPlace = own[0]?.fact.seq === firstSeq && own.at(-1)?.fact.seq === lastSeq;
  if (!asTold || !inPlace)
    say('other-effect', `was acknowledged with ${firstSeq} to ${lastSeq} and has ${seqsOf(own)}`);
}

function seqsOf(effects: readonly Effect[]): string {
  return effects.map(({ fact }) => fact.seq).join(' ');
}

/** The intent must say what the client was told. A filing's answer is stored without its query code. */
function judgeStored({ intents }: Evidence, o: { final: Final; opId: string; say: Say }): void {
  const { final, opId, say } = o;
  const intent = intents.get(opId);
  if (intent === undefined) {
    if (final.event === 'ack') say('stored-answer-differs', 'was acknowledged and has no intent');
    return;
  }
  if (intent.state === 'sent') return;
  if ((intent.state === 'applied') !== (final.event === 'ack') || intent.status !== final.status) {
    say('stored-answer-differs', `was answered ${final.status} and stored as ${intent.state} ${String(intent.status)}`);
  } else if (final.status !== 201 && digest(JSON.stringify(intent.answer)) !== final.answerHash) {
    say('stored-answer-differs', 'was answered with other bytes than those stored');
  }
}

function judgeFacts(caseId: string, facts: readonly Fact[], known: ReadonlySet<string>): Violation[] {
  const found: Violation[] = [];
  const jump = facts.findIndex((fact, n) => fact.seq !== n + 1);
  if (jump >= 0) found.push(violation('gap', caseId, `fact ${facts[jump]?.seq ?? 0} stands where ${jump + 1} should`));
  else {
    const broken = verifyChain(facts);
    if (broken !== null) found.push(violation('broken-chain', caseId, `the hash chain breaks at fact ${broken}`));
  }
  const ended = new Set<string>();
  let before: string | null = null;
  facts.forEach(({ requestId, seq }) => {
    if (requestId === before || requestId === 'tick') return;
    if (before !== null) ended.add(before);
    before = requestId;
    if (ended.has(requestId)) found.push(violation('split', caseId, `facts of ${requestId} begin again at ${seq}`));
    if (!known.has(requestId)) {
      found.push(violation('ghost', caseId, `fact ${seq} is of ${requestId}, which nobody sent`));
    }
  });
  return found;
}

function judgeHead({ heads, told }: Evidence, caseId: string, facts: readonly Fact[]): Violation[] {
  const found: Violation[] = [];
  const [head, last] = [heads.get(caseId), facts.at(-1)];
  const journal = { seq: last?.seq ?? 0, hash: last?.hash ?? '' };
  if (head === undefined || !isDeepStrictEqual({ seq: head.seq, hash: head.hash }, journal)) {
    found.push(
      violation('head-differs', caseId, `the head is at ${head?.seq ?? 'nothing'}, the journal at ${journal.seq}`),
    );
  }
  const said = told.get(caseId);
  if (said === undefined) return found;
  if (typeof said === 'string') return [...found, violation('workflow-differs', caseId, `could not be asked: ${said}`)];
  if (!isDeepStrictEqual({ seq: said.seq, hash: said.hash }, journal)) {
    found.push(violation('workflow-differs', caseId, `the workflow is at ${said.seq}, the journal at ${journal.seq}`));
  }
  if (said.running !== (head?.status === 'open')) {
    const run = said.running ? 'runs' : 'has ended';
    found.push(violation('run-differs', caseId, `the case is ${head?.status ?? 'unknown'} and its run ${run}`));
  }
  return found;
}

/** The journal carries digests; the words under them must be there. */
function judgeWords({ words }: Evidence, caseId: string, facts: readonly Fact[]): Violation[] {
  return facts.flatMap(({ seq, body }) =>
    digestsIn(body)
      .filter((each) => words.get(caseId)?.has(each) !== true)
      .map((each) => violation('words-lost', caseId, `fact ${seq} (${body.type}) has no words under ${each}`)),
  );
}

function judgeIntents({ intents }: Evidence, known: ReadonlySet<string>): Violation[] {
  return [...intents.values()].flatMap(({ opId, caseId, state }) => [
    ...(state === 'sent' ? [violation('open-intent', caseId, `the intent of ${opId} is open`)] : []),
    ...(known.has(opId) ? [] : [violation('ghost', caseId, `the intent ${opId} is of an operation nobody sent`)]),
  ]);
}

function judgeHeadsWithoutFacts({ heads, facts }: Evidence): Violation[] {
  return [...heads.keys()]
    .filter((caseId) => !facts.has(caseId))
    .map((caseId) => violation('head-differs', caseId, 'there is a head and the journal has no fact'));
}
