import { guideMistakes } from '../guide-limits.ts';
import type { GuideMistake } from '../guide-limits.ts';
import type { Finding } from './finding.ts';
import { warning } from './finding.ts';
import type { Subject } from './subject.ts';

/**
 * The item's guide against the flow. A warning: the guide is kept by somebody else and follows the flow in force, and what it says otherwise
 * is shown to nobody (domain/words/limit-notes.ts).
 */
export function checkGuide({ definition, tools: { guide } }: Subject): Finding[] {
  if (guide === undefined) return [];
  return guideMistakes(guide, definition).map(({ element, message }) =>
    warning({
      at: places[element],
      code: 'guide-differs',
      message: `办事指南的${message}`,
      fix: '发布后请目录管理员修改办事指南；改好以前，指南不显示与流程不同的说明',
    }),
  );
}

const places = {
  statutoryLimitNote: '/limits/statutory',
  promisedLimitNote: '/limits/promised',
  specialProcedures: '/body',
  caseType: '/limits/promised',
} as const satisfies Record<GuideMistake['element'], string>;
