import { kinds, outcomesLeft, stepKindTitles } from '../../steps/index.ts';
import type { LocatedStep } from '../blocks.ts';
import type { Block } from '../definition.ts';
import type { Finding } from './finding.ts';
import { warning } from './finding.ts';
import type { Subject } from './subject.ts';
import { named } from './words.ts';

type Choice = Extract<Block, { type: 'choice' }>;

/** What becomes of outcomes: each is one that its kind leaves, has a way of its own, and differs from the others for somebody. */
export function checkOutcomes(subject: Subject): Finding[] {
  const choices = subject.blocks.flatMap(({ at, block }) => (block.type === 'choice' ? [{ at, block }] : []));
  const readers = (stepId: string) =>
    choices.filter(({ block: { on } }) => 'outcomeOf' in on && on.outcomeOf === stepId);
  return subject.steps.flatMap((located) => {
    const reading = readers(located.step.id);
    return [...checkLeft(located), ...checkUncovered(located, reading), ...checkUnread(located, reading)];
  });
}

/** The frame is the law's and so are its outcomes: an id that its acts never leave is met by no case, one that they leave has a title. */
function checkLeft(located: LocatedStep): Finding[] {
  const { at, step } = located;
  if (!Object.hasOwn(kinds, step.kind) || step.kind === 'decision' || step.outcomes.length === 0) return [];
  const left = outcomesLeft(step);
  const strange = step.outcomes.filter(({ id }) => !left.includes(id)).map(({ title }) => `“${title}”`);
  if (strange.length === 0) return [];
  const message = `${named(located)}的办理结果${strange.join('、')}不会出现：${stepKindTitles[step.kind]}只以 ${left.join('、')} 结束`;
  return [
    warning({
      at: `${at}/outcomes`,
      code: 'outcome-never-left',
      message,
      fix: `办理结果的编号改为 ${left.join('、')}`,
    }),
  ];
}

function checkUncovered(located: LocatedStep, reading: readonly { at: string; block: Choice }[]): Finding[] {
  const { kind, outcomes } = located.step;
  // After a refusal there is nothing to make, and what is not accepted ends: such choices leave it out on purpose.
  if (kind === 'decision' || kind === 'acceptance') return [];
  const labels = new Set(reading.flatMap(({ block }) => block.cases.map(({ label }) => label)));
  const open = outcomes.filter(({ id }) => !labels.has(id)).map(({ title }) => `“${title}”`);
  if (open.length === 0) return [];
  return reading.flatMap(({ at, block }) => {
    if (block.otherwise !== null) return [];
    const message = `${named(located)}的办理结果${open.join('、')}没有对应分支，流程将直接进入下一环节`;
    const fix = '如果本意如此请确认；否则为该结果增加分支';
    return [warning({ at: `${at}/otherwise`, code: 'outcome-uncovered', message, fix })];
  });
}

/**
 * An outcome is read by a choice, by the law (its own acts, as a hearing that is waived), or by who decides (those against the applicant).
 * Of two that nothing tells apart, whoever chooses one of them believes in a difference that there is not.
 */
function checkUnread(located: LocatedStep, reading: readonly { block: Choice }[]): Finding[] {
  const { at, step } = located;
  if (!Object.hasOwn(kinds, step.kind)) return [];
  const { always } = kinds[step.kind].leaves;
  const waysOf = (id: string) =>
    JSON.stringify([
      always.some((one) => one === id) ? id : null,
      ...reading.map(({ block }) => block.cases.find(({ label }) => label === id)?.label ?? null),
    ]);
  const open = step.outcomes.filter(({ negative }) => negative !== true);
  const ways = [...new Set(open.map(({ id }) => waysOf(id)))];
  return ways.flatMap((way) => {
    const alike = open.filter(({ id }) => waysOf(id) === way);
    if (alike.length < 2) return [];
    const titles = alike.map(({ title }) => `“${title}”`).join('、');
    const message = `${named(located)}的办理结果${titles}没有任何区别：之后走的路一样，也都没有标明不利结论`;
    const fix =
      '让分支以它们为准，或者标明哪个是不利结论；只是写法不同的，合并成一个（退回、转办另有操作，不是办理结果）';
    return [warning({ at: `${at}/outcomes`, code: 'outcome-unread', message, fix })];
  });
}
