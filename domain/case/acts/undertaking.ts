import { reject } from '../../rejection.ts';
import { record, only, today } from '../draft.ts';
import type { Digest } from '../marks.ts';
import { identityBars } from '../identity.ts';
import { notOpen } from '../materials.ts';
import { checkUndertaking, replaceable, unchecked } from '../undertaking.ts';
import type { CheckResult, Undertaking } from '../undertaken.ts';
import { beforeAcceptance } from './act.ts';
import type { Act } from './act.ts';

export interface ReplaceCertificates extends Undertaking {
  readonly type: 'replaceCertificates';
  readonly stepId: string;
  readonly replaced: readonly string[];
  readonly documentNo: string;
}

/**
 * 证明事项承诺: a written undertaking stands for certificates of which the item's guide allows that; they count as supplied and the case runs
 * on like every other (domain.md 12.1.5).
 */
export const replaceCertificates: Act<ReplaceCertificates> = {
  title: { zh: '登记证明事项承诺', en: 'Take an undertaking for certificates' },
  texts: { undertaking: 'words' },
  people: {},
  holder: 'handler',
  place: beforeAcceptance,
  guard: ({ world, state }) =>
    replaceable(world, state).length > 0 && state.acceptedOn === null
      ? identityBars(state)
      : reject(
          'nothing-to-replace',
          'expected a missing certificate for which an undertaking may stand, but there is none',
        ),
  decide(draft, { stepId, replaced, documentNo, undertakenOn, undertaking, credit }) {
    const { world, state } = draft;
    const given = { undertakenOn, undertaking, credit };
    const what = 'certificates that may be replaced';
    const refusal =
      notOpen(replaced, replaceable(world, state), { code: 'not-replaceable', what }) ??
      checkUndertaking({ state, today: today(draft) }, given);
    return refusal ?? only(draft, { type: 'CertificatesReplaced', stepId, replaced, documentNo, ...given });
  },
};

export interface CheckCertificates {
  readonly type: 'checkCertificates';
  readonly checked: readonly string[];
  readonly result: CheckResult;
  readonly findings: Digest;
}

/**
 * What the officer finds of an undertaking that stands for a certificate, at any time. Untrue, the certificate is missing again and nothing
 * is granted without it; of a permit that was granted before, it is a finding: 撤销 is a matter of its own (XKF 69).
 */
export const checkCertificates: Act<CheckCertificates> = {
  title: { zh: '核查证明事项承诺', en: 'Check the undertaking for certificates' },
  texts: { findings: 'words' },
  people: {},
  holder: ['caseOfficer'],
  place: 'case',
  onClosed: true,
  guard: ({ state }) =>
    unchecked(state).length > 0
      ? null
      : reject('nothing-to-check', 'expected an undertaking that nobody has checked, but there is none'),
  decide(draft, { checked, result, findings }) {
    const asked = { code: 'nothing-to-check', what: 'of what is unchecked' } as const;
    const refusal = notOpen(checked, unchecked(draft.state), asked);
    if (refusal) return refusal;
    record(draft, { type: 'CertificatesChecked', checked, result, findings });
    if (result === 'untrue')
      record(draft, { type: 'FindingRecorded', code: 'undertaking-untrue', stepId: null, clock: null });
    return null;
  },
};
