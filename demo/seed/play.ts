import { stableKey } from '../api-client.ts';
import type { Staff } from './catalogue.ts';
import type { DemoCase } from './demo-case.ts';
import { filingBody } from './filings.ts';

/** One request of the play: the n-th working day it belongs to, and what is asked of the API. */
export interface Cue {
  readonly day: number;
  readonly demo: DemoCase;
  readonly index: number;
  /** -1: the filing; otherwise the index of the act. */
  readonly act: number;
}

/** All cues of all cases that fall on or before the last day, day by day, each case in its own order. */
export function cuesOf(cases: readonly DemoCase[], days: number): readonly Cue[] {
  const cues = cases.flatMap((demo, index) => {
    let day = demo.start;
    const own: Cue[] = [{ day, demo, index, act: -1 }];
    for (const [act, { after }] of demo.acts.entries()) {
      day += after;
      if (day < days) own.push({ day, demo, index, act });
    }
    return own;
  });
  return cues.sort((a, b) => a.day - b.day || a.index - b.index || a.act - b.act);
}

/** Gives one cue to the API; keys are stable, so that a play that was stopped goes on where it was. */
export async function giveCue(staff: Staff, caseIds: Map<string, string>, cue: Cue, on: string): Promise<void> {
  const { demo, index, act } = cue;
  const { departmentId } = demo.seed.item;
  const key = stableKey('seed', demo.name, String(act));
  const planned = demo.acts[act];
  if (planned === undefined) {
    const clerk = await staff.as('windowClerk', departmentId);
    const filed = await clerk.post('/cases', filingBody(demo.seed, { ...demo, index, receivedOn: on }), key);
    caseIds.set(demo.name, String(filed['caseId']));
    return;
  }
  const user = await staff.as(planned.role, departmentId);
  const path = `/cases/${caseIds.get(demo.name) ?? ''}/orders`;
  const { status, body, text } = await user.send('POST', path, planned.order(on), { 'idempotency-key': key });
  if (status >= 300 && body['code'] !== planned.unless)
    throw new Error(`${demo.name}: POST ${path}: ${status} ${text}`);
}
