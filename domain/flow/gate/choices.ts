import type { Block } from '../definition.ts';
import { outcomesLeft } from '../../steps/index.ts';
import type { Finding } from './finding.ts';
import { error } from './finding.ts';
import { maxPaths, stepIdsOf } from './paths.ts';
import type { Subject } from './subject.ts';
import { named } from './words.ts';

/** Shape of the blocks, and steps that no case could ever meet. */
export function checkChoices(subject: Subject): Finding[] {
  if (subject.paths === null) {
    const message = `流程的路径超过 ${maxPaths} 条，无法逐条核对`;
    return [
      error({ at: '/body', code: 'too-many-paths', message, fix: '减少分支，或者把流程拆成几个事项' }),
      ...checkEmpty(subject),
    ];
  }
  return [...checkEmpty(subject), ...checkEarly(subject), ...checkReached(subject)];
}

function checkEmpty({ blocks }: Subject): Finding[] {
  const counts = blocks.map(({ at, block }) => ({ at, count: countOf(block) }));
  return counts
    .filter(({ count }) => count === 0)
    .map(({ at }) =>
      error({ at, code: 'empty-block', message: '这个流程块里什么也没有', fix: '放入环节，或者删去这个流程块' }),
    );
}

function countOf(block: Block): number {
  switch (block.type) {
    case 'sequence':
      return block.blocks.length;
    case 'parallel':
      return block.branches.length;
    case 'choice':
      return block.cases.length;
    case 'step':
      return 1;
  }
  return block satisfies never;
}

function checkEarly({ blocks, paths }: Subject): Finding[] {
  const early = new Set((paths ?? []).flatMap((path) => [...path.early]));
  return blocks.flatMap(({ at, block }) => {
    if (block.type !== 'choice' || !('outcomeOf' in block.on) || !early.has(block.id)) return [];
    const message = `分支“${block.id}”依据环节“${block.on.outcomeOf}”的办理结果，但走到这里时该环节不一定已经办结`;
    return [
      error({
        at: `${at}/on/outcomeOf`,
        code: 'choice-before-step',
        message,
        fix: '把分支移到该环节之后，或者改用前面的环节',
      }),
    ];
  });
}

function checkReached(subject: Subject): Finding[] {
  const dead = subject.blocks.flatMap(({ at, block }) =>
    block.type === 'choice' ? deadCases(subject, at, block) : [],
  );
  const reached = new Set((subject.paths ?? []).flatMap((path) => stepIdsOf(path.route)));
  const lost = subject.steps
    .filter(
      ({ at, step }) =>
        !reached.has(step.id) && !dead.some((finding) => at.startsWith(finding.at.replace(/label$/, 'block'))),
    )
    .map((located) =>
      error({
        at: located.at,
        code: 'unreachable-step',
        message: `${named(located)}在任何路径上都不会启动`,
        fix: '检查它所在的分支，或者删去这个环节',
      }),
    );
  return [...dead, ...lost];
}

function deadCases(subject: Subject, at: string, block: Extract<Block, { type: 'choice' }>): Finding[] {
  const { on } = block;
  // Each case of a choice over the form has a condition of its own.
  if ('form' in on) return [];
  const asked = 'outcomeOf' in on ? subject.byId.get(on.outcomeOf) : undefined;
  const left = asked === undefined ? [] : outcomesLeft(asked.step);
  const possible = 'outcomeOf' in on ? left : subject.definition.limitBranches.map(({ id }) => id);
  const source =
    'outcomeOf' in on
      ? asked === undefined
        ? `环节“${on.outcomeOf}”（不存在）的办理结果`
        : `${named(asked)}的办理结果`
      : '时限分支';
  const found = block.cases.flatMap((option, i) => {
    if (possible.includes(option.label)) return [];
    const message = `分支标签“${option.label}”不是${source}，其中的环节永远不会启动`;
    return [
      error({
        at: `${at}/cases/${i}/label`,
        code: 'unreachable-step',
        message,
        fix: '改成已有的办理结果或时限分支编号，或者删去这个分支',
      }),
    ];
  });
  const covered = left.every((id) => block.cases.some((option) => option.label === id));
  if (block.otherwise !== null && asked !== undefined && covered && left.length > 0) {
    const message = `${named(asked)}的全部办理结果都已有分支，“否则”里的环节永远不会启动`;
    found.push(error({ at: `${at}/otherwise`, code: 'unreachable-step', message, fix: '删去“否则”分支' }));
  }
  return found;
}
