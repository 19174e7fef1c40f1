import type { Calendar } from '../../clock/calendar.ts';
import type { CivilDate } from '../../clock/civil-date.ts';
import type { Role } from '../../people/roles.ts';
import type { LocatedBlock, LocatedStep } from '../blocks.ts';
import { locatedSteps, walkBlocks } from '../blocks.ts';
import type { Block, FlowDefinition, FormField } from '../definition.ts';
import type { Path } from './paths.ts';
import { maxPaths, pathsOf } from './paths.ts';

/** A sample form and which of the conditions tried on it are true. */
export interface TriedForm {
  readonly form: Readonly<Record<string, string | number | boolean>>;
  readonly holds: readonly boolean[];
}

/**
 * What the gate is given besides the definition. `checkCondition` answers what is wrong with a CEL condition over the form
 * (a Chinese sentence) or null; the caller brings the CEL library, domain/ has none. `previous` is the version in force.
 */
export interface GateTools {
  readonly checkCondition: (cel: string, form: readonly FormField[]) => string | null;
  /** Tries sound conditions on sample forms. */
  readonly tryConditions: (conditions: readonly string[], form: readonly FormField[]) => readonly TriedForm[];
  readonly previous?: FlowDefinition;
  /** What the item's guide says now; absent where it is not known. */
  readonly guide?: Readonly<Record<string, unknown>>;
  /** Roles that somebody with an enabled account holds in the item's department; absent where people are not known. */
  readonly held?: ReadonlySet<Role>;
  /** The newest calendar and the day: limits are promised within its horizon. */
  readonly calendar: Calendar;
  readonly today: CivilDate;
}

/** A definition with what every check needs, worked out once. */
export interface Subject {
  readonly definition: FlowDefinition;
  readonly tools: GateTools;
  readonly blocks: readonly LocatedBlock[];
  readonly steps: readonly LocatedStep[];
  readonly byId: ReadonlyMap<string, LocatedStep>;
  /** All ways through the flow, for no limit branch and for each that a choice asks for; null when there are too many. */
  readonly paths: readonly Path[] | null;
}

/** The ways of the cases of one limit branch: a branch that no choice asks for goes the ways of none. */
export function pathsFor({ paths }: Subject, branch: string | null): readonly Path[] {
  const own = (paths ?? []).filter((path) => path.branch === branch);
  return own.length > 0 || branch === null ? own : (paths ?? []).filter((path) => path.branch === null);
}

/** Prepares a definition for the checks. */
export function subjectOf(definition: FlowDefinition, tools: GateTools): Subject {
  const steps = locatedSteps(definition);
  const byId = new Map(steps.map((located) => [located.step.id, located]));
  const blocks = walkBlocks(definition.body);
  const asked = new Set(blocks.flatMap(({ block }) => branchLabels(block)));
  const branches = [null, ...definition.limitBranches.map(({ id }) => id).filter((id) => asked.delete(id))];
  return { definition, tools, blocks, steps, byId, paths: allPaths(definition, byId, branches) };
}

function branchLabels(block: Block): string[] {
  return block.type === 'choice' && 'limitBranch' in block.on ? block.cases.map(({ label }) => label) : [];
}

function allPaths(
  { body }: FlowDefinition,
  byId: Subject['byId'],
  branches: readonly (string | null)[],
): readonly Path[] | null {
  const all: Path[] = [];
  for (const branch of branches) {
    const some = pathsOf(body, byId, branch);
    if (some === null || all.length + some.length > maxPaths) return null;
    all.push(...some);
  }
  return all;
}
