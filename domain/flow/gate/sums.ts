import type { LimitUnit } from '../../clock/clock.ts';
import { limitsOf } from '../compile.ts';
import type { LimitRule, Step, StoppableClock } from '../definition.ts';
import type { Finding } from './finding.ts';
import { error, warning } from './finding.ts';
import type { Route } from './paths.ts';
import type { Subject } from './subject.ts';
import { pathsFor } from './subject.ts';
import { readLimit } from '../../words/limit.ts';

/** Days of one clock along a route: their sum in the clock's unit, the parts as people read them, and parts in other units. */
interface Load {
  readonly sum: number;
  readonly parts: readonly string[];
  readonly foreign: readonly string[];
}
const noLoad: Load = { sum: 0, parts: [], foreign: [] };

const clocks = {
  promised: { code: 'steps-exceed-promise', title: '承诺时限' },
  statutory: { code: 'steps-exceed-statutory', title: '法定时限' },
} as const;

/** The longest way from acceptance to decision against the promised and the statutory limit, for each limit branch. */
export function checkSums(subject: Subject): Finding[] {
  const branches = [null, ...subject.definition.limitBranches.map(({ id }) => id)];
  const found = branches.flatMap((branch) => [
    ...checkClock(subject, branch, 'promised'),
    ...checkClock(subject, branch, 'statutory'),
  ]);
  return [...new Map(found.map((finding) => [`${finding.at} ${finding.message}`, finding])).values()];
}

function checkClock(subject: Subject, branch: string | null, clock: StoppableClock): Finding[] {
  const { definition } = subject;
  const limit = limitsOf(definition, branch)[clock];
  const index = definition.limitBranches.findIndex(({ id }) => id === branch);
  const own = definition.limitBranches[index]?.limits[clock] !== undefined;
  const at = own ? `/limitBranches/${index}/limits/${clock}` : `/limits/${clock}`;
  const routes = pathsFor(subject, branch).map((path) => path.route);
  const loads = routes.map((route) => loadOf({ route, subject, clock, unit: limit.unit }));
  return [...checkLongest({ at, clock, limit, loads }), ...checkUnits({ at, clock, limit, loads })];
}

interface Weighed {
  readonly at: string;
  readonly clock: StoppableClock;
  readonly limit: LimitRule;
  readonly loads: readonly Load[];
}

function checkLongest({ at, clock, limit, loads }: Weighed): Finding[] {
  const longest = loads.reduce(longer, noLoad);
  if (longest.sum <= limit.count) return [];
  const { code, title } = clocks[clock];
  const message = `最长路径上的环节合计 ${readLimit({ count: longest.sum, unit: limit.unit })}（${longest.parts.join(' + ')}），超过${title} ${readLimit(limit)}`;
  return [error({ at, code, message, fix: `缩短这些环节的时限，使合计不超过${title}` })];
}

function checkUnits({ at, clock, limit, loads }: Weighed): Finding[] {
  const foreign = [...new Set(loads.flatMap((load) => load.foreign))];
  if (foreign.length === 0) return [];
  const message = `${clocks[clock].title}以${readLimit(limit)}计，以下环节的单位不同，没有计入合计：${foreign.join('、')}`;
  return [warning({ at, code: 'mixed-units', message, fix: '改用同一单位，或者人工核对合计' })];
}

interface Weighing {
  readonly route: Route;
  readonly subject: Subject;
  readonly clock: StoppableClock;
  readonly unit: LimitUnit;
}

function loadOf(weighing: Weighing): Load {
  const { route, subject } = weighing;
  switch (route.type) {
    case 'step': {
      const step = subject.byId.get(route.stepId)?.step;
      return step === undefined ? noLoad : stepLoad(step, weighing);
    }
    case 'sequence':
      return route.parts.map((part) => loadOf({ ...weighing, route: part })).reduce(added, noLoad);
    case 'parallel': {
      const loads = route.parts.map((part) => loadOf({ ...weighing, route: part }));
      return { ...loads.reduce(longer, noLoad), foreign: loads.flatMap((load) => load.foreign) };
    }
  }
  return route satisfies never;
}

/** Outside acceptance and decision the case's clocks do not run; a step that stops a clock costs it nothing. */
function stepLoad(step: Step, { clock, unit }: Weighing): Load {
  if (['intake', 'acceptance', 'certificate', 'delivery'].includes(step.kind)) return noLoad;
  const rule = step.untimed === undefined ? step.limit : step.untimed.promise;
  if (rule === undefined || step.untimed?.stops.includes(clock) === true) return noLoad;
  if (rule.unit !== unit) return { ...noLoad, foreign: [`${step.title} ${readLimit(rule)}`] };
  return { sum: rule.count, parts: [`${step.title} ${rule.count}`], foreign: [] };
}

function added(a: Load, b: Load): Load {
  return { sum: a.sum + b.sum, parts: [...a.parts, ...b.parts], foreign: [...a.foreign, ...b.foreign] };
}

function longer(a: Load, b: Load): Load {
  return b.sum > a.sum ? b : a;
}
