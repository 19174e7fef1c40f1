import { clockKinds, countsFromWords } from '../flow/definition.ts';
import type { CaseLimits, FlowDefinition, LimitRule, Step, StoppableClock } from '../flow/definition.ts';
import { stepsOf } from '../flow/blocks.ts';
import { strangeDays } from '../flow/guide-limits.ts';
import type { LimitElement } from '../flow/guide-limits.ts';
import { roles } from '../people/roles.ts';
import { kindOf } from '../steps/index.ts';
import { sayLimit } from './limit.ts';
import type { Said } from './said.ts';
import { en, listed, sentence, zh } from './sentence.ts';
import { englishStep } from './step-title.ts';

/**
 * What a guide says of limits (elements 29, 32 and 33 of domain.md 3.4): sentences made from the flow, and behind them what the department
 * adds. Words of it that name days which the flow has not are left out, so that a guide never says two numbers.
 */
export function limitNotes(
  guide: Readonly<Record<string, unknown>>,
  definition: FlowDefinition,
): Readonly<Record<LimitElement, readonly Said[]>> {
  const own = (element: LimitElement) =>
    [guide[element] ?? []]
      .flat()
      .map(String)
      .filter((line) => line !== '' && strangeDays(line, element, definition).length === 0)
      .map((line) => ({ zh: line, en: line }));
  return {
    statutoryLimitNote: [statutoryNote(definition), ...own('statutoryLimitNote')],
    promisedLimitNote: [promisedNote(definition), ...own('promisedLimitNote')],
    specialProcedures: [...procedures(definition), ...own('specialProcedures')],
  };
}

function statutoryNote(definition: FlowDefinition): Said {
  const { limits, limitBranches } = definition;
  const longer = [limits, ...limitBranches.map((branch) => ({ ...limits, ...branch.limits }))].map(extended);
  return sentence(
    counted(limits.statutory, limits),
    ...branches(definition, 'statutory'),
    ...unique(longer),
    excluded(definition, 'statutory'),
  );
}

function promisedNote(definition: FlowDefinition): Said {
  const { limits } = definition;
  const { passing, afterCheck } = limits;
  return sentence(
    counted(limits.promised, limits),
    ...branches(definition, 'promised'),
    excluded(definition, 'promised'),
    passing === undefined
      ? null
      : {
          zh: zh`窗口收件后 ${sayLimit(passing)}内移交部门，由部门受理`,
          en: en`the window passes it on within ${sayLimit(passing)}, and the department accepts it`,
        },
    afterCheck === undefined
      ? null
      : {
          zh: zh`按告知承诺受理的，当场决定，${sayLimit(afterCheck)}内事后核查`,
          en: en`accepted on an undertaking: decided at once and checked within ${sayLimit(afterCheck)}`,
        },
  );
}

function procedures(definition: FlowDefinition): Said[] {
  return stepsOf(definition).flatMap((step, _, all) => {
    const promise = step.untimed?.promise;
    if (promise === undefined) return [];
    const title = titleOf(step, all);
    return [{ zh: zh`${title} ${sayLimit(promise)}`, en: en`${title}: ${sayLimit(promise)}` }];
  });
}

function counted(rule: LimitRule, { countsFrom }: CaseLimits): Said {
  const from = countsFromWords[countsFrom ?? 'acceptance'];
  if (rule.count === 0) return { zh: zh`${from}当日办结`, en: en`on ${from}` };
  return { zh: zh`自${from}起 ${sayLimit(rule)}`, en: en`${sayLimit(rule)} from ${from}` };
}

function branches({ limitBranches }: FlowDefinition, clock: StoppableClock): Said[] {
  return limitBranches.flatMap(({ title, limits }) => {
    const rule = limits[clock];
    if (rule === undefined) return [];
    return [{ zh: zh`${title}的，${sayLimit(rule)}`, en: en`${title}: ${sayLimit(rule)}` }];
  });
}

function extended({ extension, statutory: { unit } }: CaseLimits): Said | null {
  if (extension === null) return null;
  const [limit, approver] = [sayLimit({ count: extension.max, unit }), roles[extension.approver]];
  return {
    zh: zh`经${approver}批准，可以延长 ${limit}`,
    en: en`it may be extended by ${limit} with the approval of: ${approver}`,
  };
}

/** The steps whose time is taken out of a clock. */
function excluded(definition: FlowDefinition, clock: StoppableClock): Said | null {
  const all = stepsOf(definition);
  const titles = unique(all.filter(({ untimed }) => untimed?.stops.includes(clock)).map((step) => titleOf(step, all)));
  if (titles.length === 0) return null;
  const list = listed(titles);
  return {
    zh: zh`${list}所需时间不计入${clockKinds[clock]}，各有承诺办理时限`,
    en: en`the time of these does not count, each has a promise of its own: ${list}`,
  };
}

function titleOf(step: Step, all: readonly Step[]): Said {
  return { zh: step.title, en: englishStep(step, kindOf(step.kind).title, all) };
}

function unique<T extends Said | null>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [one?.zh, one])).values()];
}
