import { expect, it } from 'vitest';
import { demoCases } from '../../../demo/seed/cases.ts';
import { filingBody } from '../../../demo/seed/filings.ts';
import { cuesOf } from '../../../demo/seed/play.ts';
import type { OrderBody } from '../../../contract/orders.ts';
import { isWorkday, compileCalendar, nationalCalendar } from '../../../domain/clock/calendar.ts';
import { addDays, toDayNumber } from '../../../domain/clock/civil-date.ts';
import { isRejection } from '../../../domain/rejection.ts';
import { chooseBranch } from '../../../server/conditions.ts';
import { checkFiling, checkParties } from '../../../server/form-check.ts';
import type { Party } from '../../../domain/people/papers.ts';
import { digestOrder } from '../../../server/order-texts.ts';
import { Scene, day, person } from '../../support/scene.ts';

const calendar = compileCalendar(nationalCalendar());
const days = Array.from({ length: 61 }, (_, i) => addDays(day('2026-09-28'), i)).filter((one) =>
  isWorkday(calendar, toDayNumber(one)),
);

/** The filings and orders of the demo, given to the law itself in the order in which the seed gives them. */
it('every act of the demo is lawful', () => {
  const scenes = new Map<string, Scene>();
  const refused: string[] = [];
  for (const cue of cuesOf(demoCases(days.length), days.length)) {
    const { demo, index } = cue;
    const on = days[cue.day] ?? day('2026-11-27');
    const act = demo.acts[cue.act];
    if (act === undefined) {
      const { definition } = demo.seed;
      const body = filingBody(demo.seed, { ...demo, index, receivedOn: on });
      const parties = body as unknown as { applicant: Party; agent: Party | null };
      const materials = body['materials'] as { id: string; sha256: string | null; received: boolean }[];
      refused.push(
        ...[...checkParties(parties, on), ...checkFiling(definition, demo.form, materials)].map(
          ({ pointer }) => pointer,
        ),
      );
      scenes.set(demo.name, new Scene(on, { materials, ...chooseBranch(definition, demo.form, 'a1') }, definition));
      continue;
    }
    const { order } = digestOrder(act.order(on) as OrderBody, 'secret');
    const answer = scenes.get(demo.name)?.give(on, person(act.role), order);
    if (answer !== undefined && isRejection(answer))
      refused.push(`${demo.name} ${order.type}: ${answer.code} ${answer.detail}`);
  }
  expect(refused).toEqual([]);
  expect([...scenes.values()].filter(({ state }) => state.result === 'granted').length).toBeGreaterThan(10);
});
