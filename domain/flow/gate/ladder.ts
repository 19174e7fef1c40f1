import { upToHorizon } from '../../clock/calendar.ts';
import { isClockError } from '../../clock/clock.ts';
import { fromDayNumber, toDayNumber } from '../../clock/civil-date.ts';
import { rungDate } from '../../clock/rungs.ts';
import type { RungAt } from '../../clock/rungs.ts';
import { isSupervising } from '../../people/roles.ts';
import type { ClockKind, Rung } from '../definition.ts';
import { clockKinds, levels } from '../definition.ts';
import { unitWords } from '../../words/limit.ts';
import type { Finding } from './finding.ts';
import { error, warning } from './finding.ts';
import { isCountable, locatedLimits } from './located-limits.ts';
import type { LocatedLimit } from './located-limits.ts';
import type { GateTools, Subject } from './subject.ts';

/** Warnings: each watches a clock that exists, at a day that can come, and tells somebody; the law's own clocks tell a supervisor. */
export function checkLadder(subject: Subject): Finding[] {
  const { ladder } = subject.definition;
  const limits = locatedLimits(subject).filter(({ rule }) => isCountable(rule) && Object.hasOwn(unitWords, rule.unit));
  return [
    ...ladder.flatMap((rung, i) => checkRung(rung, `/ladder/${i}`)),
    ...ladder.flatMap((rung, i) => (comes(rung.at) ? checkFires(rung, `/ladder/${i}`, limits, subject.tools) : [])),
    ...checkReached(ladder, limits, subject.tools),
    ...checkForeseen(ladder, limits, subject.tools),
  ];
}

function checkRung(rung: Rung, at: string): Finding[] {
  const found: Finding[] = [];
  if (rung.to.length === 0) {
    found.push(
      error({
        at: `${at}/to`,
        code: 'rung-without-recipient',
        message: `预警规则“${rung.id}”没有接收人`,
        fix: '至少选一个接收角色',
      }),
    );
  }
  if (!Object.hasOwn(clockKinds, rung.clock))
    found.push(invalid(rung, `${at}/clock`, `所看的时限“${rung.clock}”不存在`));
  if (!Object.hasOwn(levels, rung.level)) found.push(invalid(rung, `${at}/level`, `的级别“${rung.level}”不存在`));
  if (!comes(rung.at))
    found.push(invalid(rung, `${at}/at`, '的触发点不成立（百分比为 1 至 100，天数为不小于 1 的整数）'));
  if (rung.ifLimitAtLeast !== undefined && !atLeastOne(rung.ifLimitAtLeast))
    found.push(invalid(rung, `${at}/ifLimitAtLeast`, '的起用天数不是正整数'));
  return found;
}

function invalid(rung: Rung, at: string, why: string): Finding {
  const fix = '改正后再发布；可从默认预警规则复制';
  return error({ at, code: 'rung-invalid', message: `预警规则“${rung.id}”${why}`, fix });
}

function comes(at: RungAt): boolean {
  if ('percent' in at) return atLeastOne(at.percent) && at.percent <= 100;
  if ('before' in at) return atLeastOne(at.before);
  if ('after' in at) return atLeastOne(at.after);
  if ('earliest' in at) return at.earliest.length > 0 && at.earliest.every(comes);
  return 'due' in at || 'lapsed' in at;
}

function atLeastOne(count: number): boolean {
  return Number.isInteger(count) && count >= 1;
}

/**
 * A rung dated on or before the start of its clock is never raised: an error where that is so under every limit it watches. A ladder for
 * all items may hold rungs for clocks that this flow has not, and for limits longer than a single day.
 */
function checkFires(rung: Rung, at: string, limits: readonly LocatedLimit[], tools: GateTools): Finding[] {
  const watched = limits.filter(({ kind, rule }) => kind === rung.clock && (rule.count > 1 || rule.unit !== 'workday'));
  if (watched.length === 0 || watched.some((limit) => fires(rung, limit, tools))) return [];
  const message = `预警规则“${rung.id}”在所看的时限内永远不会触发`;
  return [error({ at: `${at}/at`, code: 'rung-never-fires', message, fix: '缩短提前的天数，或者降低起用天数' })];
}

/** Whether a rung comes after the start of a clock of this limit, for some start within a month. */
function fires({ at, ifLimitAtLeast = 0 }: Rung, { rule }: LocatedLimit, { calendar, today }: GateTools): boolean {
  if (rule.count < ifLimitAtLeast) return false;
  const first = toDayNumber(today);
  for (let day = first; day < first + 31; day += 1) {
    const startedOn = fromDayNumber(day);
    const on = rungDate(at, { startedOn, limit: rule, extension: 0, stops: [] }, upToHorizon(calendar));
    if (on !== null && !isClockError(on) && on > startedOn) return true;
  }
  return false;
}

/** Clocks that the law or the public promise sets: their lapse reaches a supervisor. */
export const reportedClocks: readonly ClockKind[] = ['notice', 'statutory', 'promised', 'delivery', 'start', 'promise'];

function checkReached(ladder: readonly Rung[], limits: readonly LocatedLimit[], tools: GateTools): Finding[] {
  return reportedClocks.flatMap((clock) => {
    const bare = limits.find(
      (limit) =>
        limit.kind === clock &&
        !ladder.some(
          (rung) =>
            rung.clock === clock && tellsSupervisor(rung) && (fires(rung, limit, tools) || limit.rule.count === 0),
        ),
    );
    if (bare === undefined) return [];
    const message = `${bare.name}超期时没有送达督查员的红牌`;
    const fix = `增加一条预警规则：${clockKinds[clock].zh}，超期当日，红牌，接收人含督查员`;
    return [error({ at: '/ladder', code: 'clock-unwatched', message, fix })];
  });
}

/** A red that comes with the lapse at the latest. */
export function tellsSupervisor({ level, at, to }: Rung): boolean {
  return (
    level === 'red' && !('after' in at) && comes(at) && to.some((role) => role !== 'handler' && isSupervising(role))
  );
}

/** What practice asks besides (domain.md 6.2): a word before the promise is over, and one when a step is late though the case is not. */
function checkForeseen(ladder: readonly Rung[], limits: readonly LocatedLimit[], tools: GateTools): Finding[] {
  const unwatched = (clock: ClockKind, tells: (at: RungAt) => boolean) =>
    limits
      // On the last day of a limit of one day there is nothing left to foresee.
      .filter(({ kind, rule }) => kind === clock && rule.count > (clock === 'promised' ? 1 : 0))
      .filter(
        (limit) =>
          !ladder.some((rung) => rung.clock === clock && comes(rung.at) && tells(rung.at) && fires(rung, limit, tools)),
      )
      .slice(0, 1);
  const lapses = unwatched('promised', comesBefore).map(({ name }) =>
    warning({
      at: '/ladder',
      code: 'lapse-unannounced',
      message: `${name}届满以前没有预警`,
      fix: `增加一条预警规则：${clockKinds.promised.zh}，届满前 1 天，接收人含办理人`,
    }),
  );
  const steps = unwatched('step', () => true).map(({ name }) =>
    warning({
      at: '/ladder',
      code: 'step-unwatched',
      message: `${name}超期时没有预警：环节超期而全程没有超期的，也应当预警`,
      fix: `增加一条预警规则：${clockKinds.step.zh}，超期当日，黄牌`,
    }),
  );
  return [...lapses, ...steps];
}

function comesBefore(at: RungAt): boolean {
  return 'earliest' in at ? at.earliest.some(comesBefore) : 'percent' in at || 'before' in at;
}
