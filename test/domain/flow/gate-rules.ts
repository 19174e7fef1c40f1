import type { GateCode } from '../../../domain/flow/gate/finding.ts';

/** A rule of the domain: the findings that keep it, or where else it is kept. */
export interface GateRule {
  readonly of: string;
  readonly says: string;
  readonly codes: readonly GateCode[];
  readonly elsewhere?: string;
}

const rule = (of: string, says: string, ...codes: readonly GateCode[]): GateRule => ({ of, says, codes });
const kept = (of: string, says: string, elsewhere: string): GateRule => ({ of, says, codes: [], elsewhere });

/** What domain.md 3.6, 6.2, 9.4 and 12.2.4 ask of a flow, rule by rule; `gate-examples.ts` has what each code refuses and lets pass. */
export const gateRules: readonly GateRule[] = [
  rule('3.6', 'materials and what the form asks have no catch-all', 'catch-all-material', 'catch-all-field'),
  kept('3.6', 'conditions of a guide have none', 'test/domain/flow/catch-all.test.ts, at saving the guide'),
  rule(
    '3.6',
    'what is promised lies within the law, in one unit or in two',
    'promise-over-statutory',
    'promised-notice-over-notice',
    'deferral-over-promise',
    'passing-over-notice',
    'mixed-units',
  ),
  rule(
    '3.6, 1.2',
    'each untimed procedure has a promise, and a basis for what it stops',
    'untimed-without-promise',
    'statutory-stop-without-basis',
    'statutory-stop-without-requirement',
    'statutory-stop-by-department-rule',
    'xkf45-does-not-cover',
    'citation-of-another-rank',
    'citation-unknown',
  ),
  rule('3.6', 'the longest way fits the promise and the law', 'steps-exceed-promise', 'steps-exceed-statutory'),
  rule('3.6', 'an 即办件 has one hand only with its reason', 'same-hand', 'same-hand-allowed'),
  rule('3.6, 11.18', 'the guide says what the flow says: days, 即办件', 'guide-differs'),
  kept('3.6', 'no item twice in a department', 'the primary key of items and the check of import'),
  rule(
    'design 4',
    'conditions over the form part all forms',
    'condition-invalid',
    'conditions-gap',
    'conditions-overlap',
  ),
  rule('6.2', 'a word comes before the promise is over', 'lapse-unannounced'),
  rule('6.2', 'past the promise, the law and each promise of a step is red for a supervisor', 'clock-unwatched'),
  rule('6.2', 'a step late though the whole is not is told', 'step-unwatched'),
  rule('6.2', 'a warning comes, and to somebody', 'rung-never-fires', 'rung-without-recipient', 'rung-invalid'),
  kept('6.2', 'a refusal has reasons', 'test/domain/case: refusals of the decision'),
  rule('9.4', 'who watches, keeps the system or draws flows works on no case', 'role-barred'),
  rule('9.4', 'somebody holds each post', 'role-unheld', 'unknown-role'),
  rule('9.4', 'who hears is not who reviewed', 'hearing-by-reviewer'),
  rule('9.4', 'who approves the start of an untimed step is not who asks', 'approver-asks'),
  rule('9.4', 'who reviews, who reviews again and who decides differ', 'same-hand', 'other-than-unknown'),
  rule('9.4', 'two inspect', 'param-out-of-range'),
  kept('9.4', 'who drafts does not publish', 'test/server/routes/flows: published by a second person'),
  rule('12.2.4', '42: 20 and 10 days, joint 45 and 15', 'statutory-over-cap', 'extension-over-law'),
  rule('12.2.4, 12.2.1', 'the head extends, of a joint case that of the government', 'extension-approver'),
  rule('12.2.4', '32 and 44 yield to a law only', 'notice-too-long', 'delivery-too-long'),
  rule('12.2.4', '45 takes no time out of the limit of a sector law', 'sector-limit-stopped'),
  rule('12.1.5', 'a permit on an undertaking', 'undertaking-barred', 'undertaking-not-at-once', 'after-check-missing'),
  rule('12.1.5', 'what may come later has a day and a policy', 'deferral-missing'),
  rule('12.1.6', 'the window passes on, the department answers', 'passing-incomplete', 'passing-hands'),
];
