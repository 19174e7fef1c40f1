import { clockKinds, limitNames } from '../definition.ts';
import type { CaseLimits, FlowDefinition, LimitRule } from '../definition.ts';
import { limitsOf } from '../compile.ts';
import type { Subject } from './subject.ts';
import { named } from './words.ts';

/** A limit and where it stands; `kind` says of which clock, `name` is what people call it. */
export interface LocatedLimit {
  readonly at: string;
  readonly kind: (typeof limitNames)[number] | 'step' | 'promise';
  readonly name: string;
  readonly rule: LimitRule;
}

/** The limits of all cases or of one branch, with what else holds in it. `of` names the branch. */
export interface LimitSet {
  readonly at: string;
  readonly of: string;
  readonly own: Partial<CaseLimits>;
  readonly whole: CaseLimits;
}

/** The limits of the flow and of each of its branches. */
export function limitSets(definition: FlowDefinition): LimitSet[] {
  const { limits, limitBranches } = definition;
  const branches = limitBranches.map((branch, i) => ({
    at: `/limitBranches/${i}/limits`,
    of: `时限分支“${branch.title}”的`,
    own: branch.limits,
    whole: limitsOf({ ...definition, limitBranches: [branch] }, branch.id),
  }));
  return [{ at: '/limits', of: '', own: limits, whole: limits }, ...branches];
}

/** Every limit that a definition sets. */
export function locatedLimits({ definition, steps }: Subject): LocatedLimit[] {
  const ofCases = limitSets(definition).flatMap(({ at, of, own }) =>
    limitNames.flatMap((kind) => {
      const rule = own[kind];
      return rule === undefined ? [] : [{ at: `${at}/${kind}`, kind, name: `${of}${clockKinds[kind].zh}`, rule }];
    }),
  );
  const ofSteps = steps.flatMap((located): LocatedLimit[] => {
    const { limit, untimed } = located.step;
    const own = limit && {
      at: `${located.at}/limit`,
      kind: 'step' as const,
      name: `${named(located)}的环节时限`,
      rule: limit,
    };
    const promise = untimed && {
      at: `${located.at}/untimed/promise`,
      kind: 'promise' as const,
      name: `${named(located)}的承诺办理时限`,
      rule: untimed.promise,
    };
    return [own, promise].filter((one) => one !== undefined);
  });
  return [...ofCases, ...ofSteps];
}

/** Whether a limit can be counted: what cannot has a finding of its own. */
export function isCountable({ count }: { readonly count: number }): boolean {
  return Number.isSafeInteger(count) && count >= 0;
}
