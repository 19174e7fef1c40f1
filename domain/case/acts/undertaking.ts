import { reject } from '../../rejection.ts';
import { record, only, today } from '../draft.ts';
import type { Digest } from '../marks.ts';
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
      ? null
      : reject(
          'nothing-to-replace',
          'expected a missing certificate for which an undertaking may stand, but there is none',
        ),
  decide(draft, { stepId, replaced, documentNo, undertakenOn, undertaking, credit }) {
    const { world, state } = draft;
    const open = replaceable(world, state);
    const odd = replaced.find((id) => !open.includes(id));
    if (odd !== undefined || replaced.length === 0) {
      const detail = `expected certificates that may be replaced (${open.join(', ')}), but got ${odd ?? 'nothing'}`;
      return reject('not-replaceable', detail, { materials: open });
    }
    const given = { undertakenOn, undertaking, credit };
    const refusal = checkUndertaking({ state, today: today(draft) }, given);
    if (refusal) return refusal;
    return only(draft, { type: 'CertificatesReplaced', stepId, replaced, documentNo, ...given });
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
    const open = unchecked(draft.state);
    const odd = checked.find((id) => !open.includes(id));
    if (odd !== undefined || checked.length === 0) {
      const detail = `expected of what is unchecked (${open.join(', ')}), but got ${odd ?? 'nothing'}`;
      return reject('nothing-to-check', detail, { materials: open });
    }
    record(draft, { type: 'CertificatesChecked', checked, result, findings });
    if (result === 'untrue')
      record(draft, { type: 'FindingRecorded', code: 'undertaking-untrue', stepId: null, clock: null });
    return null;
  },
};
