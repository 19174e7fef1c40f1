import type { Fact } from '../../domain/case/facts/index.ts';
import type { Violation } from './violation.ts';
import type { Evidence } from './evidence.ts';

/** Each rung warns once for each clock and epoch, and each due date lapses once, whatever was killed in between. */
export function judgeWarnings(caseId: string, facts: readonly Fact[]): Violation[] {
  const seen = new Map<string, number>();
  return facts.flatMap(({ seq, body }) => {
    const what = onceOnly(body);
    if (what === null) return [];
    const first = seen.get(what);
    if (first === undefined) {
      seen.set(what, seq);
      return [];
    }
    return [{ code: 'warned-twice' as const, caseId, detail: `fact ${seq} tells again what ${first} told: ${what}` }];
  });
}

function onceOnly(body: Fact['body']): string | null {
  if (body.type === 'WarningRaised') return `rung ${body.rung} of ${body.clock} in epoch ${body.epoch}`;
  return body.type === 'ClockLapsed' ? `lapse of ${body.clock} after ${body.dueOn}` : null;
}

/**
 * What time must have left behind: no open case overslept, none is behind a clock that was answered with 200, and the order that brings
 * the clock leaves nothing of its own, once, but what it carried.
 */
export function judgeClock(evidence: Evidence, moves: readonly string[]): Violation[] {
  const { heads, moved, overslept, facts } = evidence;
  const late = filedLate(evidence);
  const behind = [...heads.values()].filter(
    ({ status, clockVersion, caseId }) => status === 'open' && clockVersion < moved.version && !late.has(caseId),
  );
  return [
    ...overslept.map(({ caseId, wakeAt }) => ({
      code: 'overslept' as const,
      caseId,
      detail: `something was due at ${new Date(wakeAt).toISOString()} and is not recorded`,
    })),
    ...behind.map(({ caseId, clockVersion }) => ({
      code: 'clock-behind' as const,
      caseId,
      detail: `goes by clock ${clockVersion}, and ${moved.version} was answered for all`,
    })),
    ...[...facts].flatMap(([caseId, ofCase]) => judgeMoves(caseId, ofCase, new Set(moves))),
  ];
}

/** What every order may carry, rules and clock. */
const carried: ReadonlySet<string> = new Set(['RulesAdopted', 'BusinessClockAdopted']);

/** Cases without an order yet whose filing was cut off: finished later, they are born with the clock they were filed by. */
function filedLate({ operations, facts }: Evidence): ReadonlySet<string> {
  const cutOff = operations.filter(({ order, wasUnknown }) => order === 'file' && wasUnknown);
  const cases = cutOff.flatMap(({ finals }) => (finals[0]?.event === 'ack' ? [finals[0].caseId] : []));
  const filingOnly = (caseId: string): boolean => {
    const ids = new Set(facts.get(caseId)?.map(({ requestId }) => requestId));
    return ids.size - (ids.has('tick') ? 1 : 0) === 1;
  };
  return new Set(cases.filter(filingOnly));
}

function judgeMoves(caseId: string, facts: readonly Fact[], moves: ReadonlySet<string>): Violation[] {
  const seen = new Set<string>();
  return facts.flatMap(({ seq, requestId, body }) => {
    if (!moves.has(requestId)) return [];
    const fits = carried.has(body.type) && !seen.has(`${requestId} ${body.type}`);
    seen.add(`${requestId} ${body.type}`);
    const detail = `fact ${seq} (${body.type}) is of ${requestId}, which only brings the business clock`;
    return fits ? [] : [{ code: 'clock-effect' as const, caseId, detail }];
  });
}
