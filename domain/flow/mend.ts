import type { FlowDefinition } from './definition.ts';
import type { Finding } from './gate/finding.ts';
import { blockMends } from './mend/blocks.ts';
import { contentMends } from './mend/content.ts';
import { ladderMends } from './mend/ladder.ts';
import { limitMends } from './mend/limits.ts';
import type { Mend, Menders } from './mend/mender.ts';
import { stepMends } from './mend/steps.ts';

const menders: Menders = { ...limitMends, ...blockMends, ...stepMends, ...ladderMends, ...contentMends };

/**
 * The change by which a finding is gone, for a button beside it; null where what to do is not certain. A finding of an earlier state of the
 * definition mends nothing and throws nothing.
 */
export function mends(definition: FlowDefinition, { code, at }: Pick<Finding, 'code' | 'at'>): Mend | null {
  const mend = menders[code]?.(definition, at) ?? null;
  return mend === null || JSON.stringify(mend.next) === JSON.stringify(definition) ? null : mend;
}
