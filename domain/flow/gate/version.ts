import { canonicalBytes, definitionSha256 } from '../canonical.ts';
import { kinds } from '../../steps/index.ts';
import { compilePlan } from '../compile.ts';
import type { Finding } from './finding.ts';
import { error, warning } from './finding.ts';
import type { Subject } from './subject.ts';
import { readLimit } from '../../words/limit.ts';

/** The most bytes of a compiled plan: it travels in the input of every run (design.md section 5). */
export const maxPlanBytes = 16 * 1024;

/** As long as each is: only the size of the plan is asked, and hashing was half of the gate's time. */
const anySha256 = '0'.repeat(64);

/** The compiled size, and the definition against the version in force. */
export function checkVersion({ definition, steps, tools }: Subject): Finding[] {
  // What has a step of an unknown kind cannot be compiled, and has a finding of its own.
  if (steps.some(({ step }) => !Object.hasOwn(kinds, step.kind))) return [];
  const branches = [null, ...definition.limitBranches.map((branch) => branch.id)];
  const bytes = Math.max(...branches.map((branch) => canonicalBytes(compilePlan(definition, branch, anySha256))));
  const found: Finding[] = [];
  if (bytes > maxPlanBytes) {
    const message = `流程编译后有 ${bytes} 字节，超过 ${maxPlanBytes} 字节`;
    found.push(error({ at: '/body', code: 'plan-too-big', message, fix: '减少环节和分支，或者缩短编号' }));
  }
  return tools.previous === undefined ? found : [...found, ...checkPrevious(definition, tools.previous)];
}

function checkPrevious(definition: Subject['definition'], previous: Subject['definition']): Finding[] {
  const found: Finding[] = [];
  if (definition.itemCode !== previous.itemCode) {
    const message = `事项编码“${definition.itemCode}”与现行版本的“${previous.itemCode}”不同`;
    found.push(error({ at: '/itemCode', code: 'item-code-changed', message, fix: '另一个事项请另立流程' }));
  }
  if (definitionSha256(definition) === definitionSha256(previous)) {
    found.push(
      error({ at: '', code: 'nothing-changed', message: '与现行版本没有任何区别', fix: '无需发布；先修改再发布' }),
    );
  }
  const [now, before] = [definition.limits.promised, previous.limits.promised];
  if (now.unit === before.unit && now.count > before.count) {
    const message = `承诺时限由 ${readLimit(before)}延长为 ${readLimit(now)}`;
    found.push(
      warning({
        at: '/limits/promised/count',
        code: 'promise-longer',
        message,
        fix: '请确认延长有依据；已受理的办件仍按原版本计算',
      }),
    );
  }
  return found;
}
