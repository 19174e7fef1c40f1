import { demoCases } from '../../demo/seed/cases.ts';
import { filingBody } from '../../demo/seed/filings.ts';
import { filedOn, onlineCases } from '../../demo/seed/online.ts';
import { cuesOf } from '../../demo/seed/play.ts';
import type { OrderBody } from '../../contract/orders.ts';
import { isWorkday, compileCalendar, nationalCalendar } from '../../domain/clock/calendar.ts';
import { addDays, toDayNumber } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { applicantActor } from '../../domain/people/applicant.ts';
import type { Party } from '../../domain/people/papers.ts';
import { isRejection } from '../../domain/rejection.ts';
import { chooseByForm } from '../../server/conditions.ts';
import { checkFiling, checkParties } from '../../server/form-check.ts';
import { digestOrder } from '../../server/order-texts.ts';
import { Scene, day, person } from './scene.ts';

const calendar = compileCalendar(nationalCalendar());

/** The last day of the demo as it is played here. */
export const demoToday = day('2026-11-27');

/** The demo's cases by name as the law leaves them, given in the order in which the seed gives them; and what was refused on the way. */
export function playDemo(): { readonly scenes: ReadonlyMap<string, Scene>; readonly refused: readonly string[] } {
  const days = Array.from({ length: 61 }, (_, i) => addDays(day('2026-09-28'), i)).filter((one) =>
    isWorkday(calendar, toDayNumber(one)),
  );
  const scenes = new Map<string, Scene>();
  const refused: string[] = [];
  for (const cue of cuesOf(demoCases(days.length), days.length)) {
    const { demo, index } = cue;
    const on = days[cue.day] ?? demoToday;
    const act = demo.acts[cue.act];
    if (act === undefined) {
      const { definition } = demo.seed;
      const body = filingBody(demo.seed, { ...demo, index, receivedOn: on });
      const parties = body as unknown as { applicant: Party; agent: Party | null };
      const materials = body['materials'] as { id: string; sha256: string | null; received: boolean }[];
      const mistakes = [...checkParties(parties, on), ...checkFiling(definition, demo.form, materials)];
      refused.push(...mistakes.map(({ pointer }) => pointer));
      scenes.set(demo.name, new Scene(on, { materials, ...chooseByForm(definition, demo.form, 'a1') }, definition));
      continue;
    }
    const { order } = digestOrder(act.order(on) as OrderBody, 'secret');
    const answer = scenes.get(demo.name)?.give(on, person(act.role), order);
    if (answer !== undefined && isRejection(answer) && answer.code !== act.unless)
      refused.push(`${demo.name} ${order.type}: ${answer.code} ${answer.detail}`);
  }
  for (const [name, scene] of onlineScenes(days)) scenes.set(name, scene);
  for (const scene of scenes.values()) scene.pass(demoToday, '10:00');
  return { scenes, refused };
}

/** What applicants file online, at ten in the morning of their day. */
function onlineScenes(days: readonly CivilDate[]): readonly (readonly [string, Scene])[] {
  return onlineCases.map((one) => {
    const { form, phone, withdrawal } = one;
    const { definition } = one.seed;
    const { on } = filedOn(one, days);
    const materials = definition.materials.map(({ id }) => ({ id, sha256: null, received: false }));
    const filed = { channel: 'online', identity: 'unverified', materials } as const;
    const scene = new Scene(on, { ...filed, ...chooseByForm(definition, form, 'a1') }, definition);
    if (withdrawal !== undefined) scene.give(on, applicantActor, { type: 'askWithdrawal', statement: 's' });
    return [phone, scene];
  });
}
