import { dayMs } from '../domain/clock/civil-date.ts';
import { parseArgs } from 'node:util';
import { openDb } from '../db/client.ts';
import type { Db } from '../db/client.ts';
import { compileCalendar, isWorkday, nationalCalendar } from '../domain/clock/calendar.ts';
import { addDays, civilDateOf, toDayNumber } from '../domain/clock/civil-date.ts';
import type { CivilDate } from '../domain/clock/civil-date.ts';
import { beginBusinessClock } from '../db/journal/business-clock.ts';
import { addPeople, publishItems, staffAt } from './seed/catalogue.ts';
import type { Staff } from './seed/catalogue.ts';
import { demoCases } from './seed/cases.ts';
import { numberBySeries } from './seed/numbers.ts';
import { configOrExit } from '../server/config.ts';
import { anonymous } from './api-client.ts';
import { fileOnline, filedOn, onlineCases } from './seed/online.ts';
import type { OnlineCase } from './seed/online.ts';
import { cuesOf, giveCue } from './seed/play.ts';

/** How far back the demo begins, in civil days. */
const backDays = 60;

interface Stand {
  readonly version: number;
  readonly offset: number;
}

async function standOf(staff: Staff): Promise<Stand> {
  const admin = await staff.as('systemAdmin', 'ln-biz');
  const clock = await admin.get('/business-clock');
  return { version: Number(clock['version']), offset: Number(clock['offsetMs']) };
}

/** The working days of the demo; the last one is today or the working day before it. */
function workingDays(last: CivilDate): readonly CivilDate[] {
  const calendar = compileCalendar(nationalCalendar());
  const days = Array.from({ length: backDays + 1 }, (_, i) => addDays(last, i - backDays));
  return days.filter((day) => isWorkday(calendar, toDayNumber(day)));
}

async function advanceTo(staff: Staff, on: CivilDate, log: (line: string) => void): Promise<void> {
  const today = civilDateOf(Date.now() + (await standOf(staff)).offset);
  const days = toDayNumber(on) - toDayNumber(today);
  if (days <= 0) return;
  const admin = await staff.as('systemAdmin', 'ln-biz');
  const { progress } = await admin
    .post('/business-clock/advance', { days })
    .then((body) => ({ progress: body['cases'] }));
  log(`演练时钟到 ${on}${progress === undefined ? '' : `（${String(progress)} 件在办）`}`);
}

/**
 * Seeds the demo over the running API: people, items, then more than 40 cases lived day by day. Keys are stable: run again after a stop,
 * it goes on. Answers the number of cases.
 */
async function seed(o: { db: Db; url: string; log: (line: string) => void }): Promise<number> {
  const { db, log } = o;
  await beginBusinessClock(db, -backDays * dayMs);
  await addPeople(db);
  const staff = staffAt(db, o.url, Date.now());
  await publishItems(staff);
  log('演示用户、事项和流程已就绪');
  const days = workingDays(await demoToday(db));
  const cases = demoCases(days.length);
  const cues = cuesOf(cases, days.length);
  const caseIds = new Map<string, string>();
  for (const [index, day] of days.entries()) {
    const due = cues.filter((cue) => cue.day === index);
    const online = onlineCases.filter((one) => filedOn(one, days).index === index);
    if (due.length + online.length === 0) continue;
    await fileAll(staff, { ...o, online, days });
    await advanceTo(staff, day, log);
    for (const cue of due) await giveCue(staff, caseIds, cue, day);
    log(`${day}：办理 ${due.length} 项，累计 ${caseIds.size} 件`);
  }
  const { offset } = await standOf(staff);
  if (offset < 0)
    await (
      await staff.as('systemAdmin', 'ln-biz')
    ).post('/business-clock/advance', { days: Math.round(-offset / dayMs) });
  await numberBySeries(staff);
  log('各部门的文书编号规则已启用');
  await db.query(`INSERT INTO setting (key, value) VALUES ('seed.done', to_jsonb($1::text)) ON CONFLICT DO NOTHING`, [
    days.at(-1),
  ]);
  return caseIds.size + onlineCases.length;
}

/** What applicants file online; a seed that goes on after a stop finds by its phone what was filed before. */
async function fileAll(
  staff: Staff,
  o: { url: string; online: readonly OnlineCase[]; days: readonly CivilDate[]; log: (line: string) => void },
): Promise<void> {
  for (const one of o.online) {
    await advanceTo(staff, filedOn(one, o.days).on, o.log);
    const clerk = await staff.as('windowClerk', one.seed.item.departmentId);
    const { items } = await clerk.get(`/finder?words=${one.phone}`);
    if (Array.isArray(items) && items.length === 0) await fileOnline(anonymous(o.url), one);
  }
}

/** The day the demo ends on: fixed at the first try, so that a play continued tomorrow tells the same story. */
async function demoToday(db: Db): Promise<CivilDate> {
  const today = civilDateOf(Date.now());
  await db.query(`INSERT INTO setting (key, value) VALUES ('seed.today', to_jsonb($1::text)) ON CONFLICT DO NOTHING`, [
    today,
  ]);
  const { rows } = await db.query<{ day: CivilDate }>(
    `SELECT value #>> '{}' AS day FROM setting WHERE key = 'seed.today'`,
  );
  return rows[0]?.day ?? today;
}

async function main(): Promise<void> {
  const { url = 'http://127.0.0.1:8080' } = parseArgs({ options: { url: { type: 'string' } } }).values;
  const { DATABASE_URL } = configOrExit().config;
  if (DATABASE_URL === undefined) throw new Error('expected DATABASE_URL of the application role, but found none');
  const db = openDb(DATABASE_URL, { applicationName: 'shixian-seed', max: 2 });
  const { rows } = await db.query(`SELECT 1 FROM setting WHERE key = 'seed.done'`);
  if (rows.length === 0) {
    const begun = performance.now();
    const count = await seed({ db, url, log: (line) => console.log(line) });
    console.log(`演示数据完成：${count} 件，用时 ${Math.round((performance.now() - begun) / 1000)} 秒`);
  }
  await db.end();
}

await main();
