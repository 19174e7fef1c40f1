import { describe, expect, it } from 'vitest';
import { firstNeeded, formOffers, freeOffer } from '../../../console/steps/offers.ts';
import type { Offer } from '../../../console/steps/offers.ts';
import type { CaseData } from '../../../console/steps/case-data.ts';

const offer = (order: string, code?: string): Offer => ({
  order,
  title: order,
  stepId: 'review',
  waitsFor: [],
  ...(code !== undefined && { refusedBecause: { code, title: '', detail: '', reason: '', named: [] } }),
});
const view = {
  asked: [],
  allowed: [
    offer('claimTask'),
    offer('handOverTask'),
    offer('reassignTask', 'not-allowed'),
    offer('finishReview', 'task-of-another'),
    offer('approveUntimedStep', 'four-eyes'),
    offer('startUntimedStep', 'notice-required'),
    offer('recordNotice', 'not-allowed'),
    offer('remind'),
    { ...offer('withdraw'), stepId: null },
    { ...offer('requestExtension', 'extension-already-used'), stepId: null },
    { ...offer('changeContact', 'case-closed'), stepId: null },
    { ...offer('receiveMaterials', 'nothing-to-receive'), stepId: null },
  ],
} as unknown as CaseData;

describe('the acts of a step that have a form of their own', () => {
  it('fault E2: are those that are the reader’s, now or later, and none that can never be given', () => {
    const orders = (stepId: string | null) => formOffers(view, stepId).map(({ order }) => order);
    expect(orders('review')).toEqual(['startUntimedStep']);
    expect(orders(null)).toEqual(['withdraw']);
  });

  it('name a refusal that is the lead’s to who works on the step, and to nobody else', () => {
    const waitsFor = [{ role: 'windowLead', roleTitle: '首席代表', assignee: null, people: [] }];
    const refusal = { ...offer('refuseAcceptance', 'not-allowed'), waitsFor };
    const shown = (...others: Offer[]) => formOffers({ ...view, allowed: [...others, refusal] } as CaseData, 'review');
    expect(shown(offer('accept')).map(({ order }) => order)).toEqual(['accept', 'refuseAcceptance']);
    expect(shown(offer('accept', 'not-allowed'))).toEqual([]);
  });

  it('leave the refusal that is proposed to the answer at the foot', () => {
    const asked = [{ origin: 'refusal' }];
    const allowed = [offer('accept'), offer('refuseAcceptance'), offer('returnProposal')];
    expect(formOffers({ ...view, asked, allowed } as CaseData, 'review').map(({ order }) => order)).toEqual(['accept']);
  });

  it('fault F8: are no reminder of what waits for the reader', () => {
    const own = (order: string) => ({ ...view, allowed: [offer(order), offer('remind')] }) as unknown as CaseData;
    const orders = (order: string) => formOffers(own(order), 'review').map((one) => one.order);
    expect(orders('approveUntimedStep')).toEqual([]);
    expect(orders('finishReview')).toEqual(['finishReview']);
    // Who may only pass it on to somebody else may remind too.
    expect(orders('reassignTask')).toEqual(['remind']);
  });

  it('are free only without a refusal', () => {
    expect(freeOffer(view, 'review', 'handOverTask')?.order).toBe('handOverTask');
    expect(freeOffer(view, 'review', 'reassignTask')).toBeUndefined();
    expect(freeOffer(view, 'other', 'handOverTask')).toBeUndefined();
  });

  it('put in front what ends a supplement that never came, and what the acceptance waits for', () => {
    const usual = [offer('receiveSupplement'), offer('declareSupplied'), offer('accept', 'undertaking-required')];
    expect(firstNeeded([...usual, offer('lapseSupplement')])).toBe('lapseSupplement');
    expect(firstNeeded([...usual, offer('lapseSupplement', 'supplement-not-lapsed')])).toBe('deferMaterials');
    expect(firstNeeded([offer('accept')])).toBeUndefined();
  });
});
