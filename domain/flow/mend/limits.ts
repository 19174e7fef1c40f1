import type { Limit } from '../../clock/clock.ts';
import { roles } from '../../people/roles.ts';
import { readLimit } from '../../words/limit.ts';
import type { CaseLimits, FlowDefinition, LimitRule } from '../definition.ts';
import { clockKinds } from '../definition.ts';
import { capsOf, headsOf } from '../gate/caps.ts';
import type { CappedLimit } from '../gate/caps.ts';
import { limitSets } from '../gate/located-limits.ts';
import type { LimitSet } from '../gate/located-limits.ts';
import { valueAt, withValue } from '../pointer.ts';
import type { Mend, Mender, Menders } from './mender.ts';

function setAt(definition: FlowDefinition, at: string): LimitSet | undefined {
  return limitSets(definition).find((set) => at.startsWith(`${set.at}/`));
}

/** A limit of a set with another number: the set's own, or, where a branch has it from all cases, one of its own. */
function cut(definition: FlowDefinition, { at, of, whole }: LimitSet, name: Cuttable, to: Limit): Mend | null {
  const rule = whole[name];
  if (rule === undefined || to.count < 0) return null;
  const next = withValue(definition, `${at}/${name}`, { ...rule, count: to.count, unit: to.unit } satisfies LimitRule);
  return { title: `把${of}${clockKinds[name].zh}改为 ${readLimit(to)}`, next };
}

type Cuttable = 'promised' | 'promisedNotice' | 'deferral' | 'passing' | 'notice' | 'statutory' | 'delivery';

/** Cut to the limit within which it lies, less `less`. */
function within(name: Cuttable, cap: keyof CaseLimits & Cuttable, less = 0): Mender {
  return (definition, at) => {
    const set = setAt(definition, at);
    const law = set?.whole[cap];
    if (set === undefined || law === undefined) return null;
    return cut(definition, set, name, { count: law.count - less, unit: law.unit });
  };
}

/** Cut to what XKF sets. */
function capped(name: Exclude<CappedLimit, 'extension'>): Mender {
  return (definition, at) => {
    const set = setAt(definition, at);
    return set === undefined ? null : cut(definition, set, name, { count: capsOf(set.whole)[name], unit: 'workday' });
  };
}

const extensionCut: Mender = (definition, at) => {
  const set = setAt(definition, at);
  // In another unit no number is certain.
  if (set === undefined || set.whole.statutory.unit !== 'workday') return null;
  const max = capsOf(set.whole).extension;
  return { title: `把延长上限改为 ${max} 个工作日`, next: withValue(definition, at, max) };
};

const extensionByHead: Mender = (definition, at) => {
  const set = setAt(definition, at);
  const head = set === undefined ? undefined : headsOf(set.whole).at(-1);
  if (head === undefined) return null;
  return { title: `延长审批改由${roles[head].zh}批准`, next: withValue(definition, at, head) };
};

/** Half a day counts as one. */
const wholeDays: Mender = (definition, at) => {
  const count = valueAt(definition, at);
  if (typeof count !== 'number' || !Number.isFinite(count) || count <= 0) return null;
  return { title: `改为 ${Math.ceil(count)}（半天按一天计）`, next: withValue(definition, at, Math.ceil(count)) };
};

/** What mends limits: numbers that another limit or the law bounds. */
export const limitMends: Menders = {
  'promise-over-statutory': within('promised', 'statutory'),
  'promised-notice-over-notice': within('promisedNotice', 'notice'),
  'deferral-over-promise': within('deferral', 'promised'),
  'passing-over-notice': within('passing', 'notice', 1),
  'notice-too-long': capped('notice'),
  'statutory-over-cap': capped('statutory'),
  'delivery-too-long': capped('delivery'),
  'extension-over-law': extensionCut,
  'extension-approver': extensionByHead,
  'limit-invalid': wholeDays,
};
