import { sayDay } from '../../words/day.ts';
import { en, sentence, zh } from '../../words/sentence.ts';
import { identityProofs } from '../identity-proofs.ts';
import type { VerifiedIdentity } from '../identity-proofs.ts';
import type { FactRecord } from './fact-record.ts';

export interface IdentityVerified extends VerifiedIdentity {
  readonly type: 'IdentityVerified';
}

export const identityVerified: FactRecord<IdentityVerified> = {
  title: { zh: '核验申请人身份', en: 'Identity verified' },
  reading: ({ proof, verifiedOn }) => {
    const [day, how] = [sayDay(verifiedOn), identityProofs[proof]];
    return sentence(
      { zh: zh`${day}核验申请人身份，身份相符`, en: en`Verified on ${day} who filed the application` },
      { zh: zh`核验方式：${how}`, en: en`by ${how}` },
    );
  },
  fold: (state, { proof, verifiedOn }) => ({ ...state, identity: { proof, verifiedOn } }),
  tells: 'nobody',
};
