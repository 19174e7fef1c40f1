import type { FlowDefinition } from './definition.ts';
import { depthOf, maxDepth } from './blocks.ts';
import { checkAfterHours } from './gate/after-hours.ts';
import { checkCaps } from './gate/caps.ts';
import { checkChoices } from './gate/choices.ts';
import { checkCitations } from './gate/citations.ts';
import { checkDeferral } from './gate/deferral.ts';
import type { Finding } from './gate/finding.ts';
import { error } from './gate/finding.ts';
import { checkForm } from './gate/form.ts';
import { checkFormChoices } from './gate/form-choices.ts';
import { checkFrame } from './gate/frame.ts';
import { checkGuide } from './gate/guide.ts';
import { checkHands } from './gate/hands.ts';
import { checkHorizon } from './gate/horizon.ts';
import { checkIds } from './gate/ids.ts';
import { checkLadder } from './gate/ladder.ts';
import { checkLimits } from './gate/limits.ts';
import { checkOutcomes } from './gate/outcomes.ts';
import { checkPassing } from './gate/passing.ts';
import { checkPeople } from './gate/people.ts';
import { checkSteps } from './gate/steps.ts';
import type { GateTools } from './gate/subject.ts';
import { subjectOf } from './gate/subject.ts';
import { checkSums } from './gate/sums.ts';
import { checkUndertaking } from './gate/undertaking.ts';
import { checkUntimed } from './gate/untimed.ts';
import { checkVersion } from './gate/version.ts';

const checks = [
  checkIds,
  checkSteps,
  checkLimits,
  checkHorizon,
  checkCitations,
  checkDeferral,
  checkPassing,
  checkAfterHours,
  checkUndertaking,
  checkCaps,
  checkUntimed,
  checkHands,
  checkFrame,
  checkChoices,
  checkOutcomes,
  checkSums,
  checkForm,
  checkFormChoices,
  checkLadder,
  checkPeople,
  checkVersion,
  checkGuide,
] as const;

const tooDeep = error({
  at: '/body',
  code: 'too-deep',
  message: `流程块嵌套超过 ${maxDepth} 层`,
  fix: '减少嵌套；顺序块里不必再套顺序块',
});

/**
 * Everything that speaks against publishing a definition, errors before warnings, otherwise in the order of the checks.
 * The definition is JSON that already fits its schema; no content of it makes the gate throw. Codes: `gateCodes`.
 */
export function checkFlow(definition: FlowDefinition, tools: GateTools): Finding[] {
  if (depthOf(definition.body) > maxDepth) return [tooDeep];
  const subject = subjectOf(definition, tools);
  const found = checks.flatMap((check) => check(subject));
  return [
    ...found.filter(({ severity }) => severity === 'error'),
    ...found.filter(({ severity }) => severity === 'warning'),
  ];
}
