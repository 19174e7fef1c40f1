import { describe, expect, it } from 'vitest';
import { isClockError } from '../../../domain/clock/clock.ts';
import { stepBook } from '../../../domain/words/clock-title.ts';
import { explainClock } from '../../../server/presenters/explain.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import type { Deliver } from '../../../domain/steps/delivery.ts';
import { isRejection } from '../../../domain/rejection.ts';
import { handedOut, postedOn } from '../../support/good-order.ts';
import { Scene, day, person } from '../../support/scene.ts';

const stepId = 'delivery';
/** Refused on 2026-03-03 (Tuesday): the time to deliver ends on 2026-03-17. */
const decided = (eDelivery = false) => new Scene('2026-03-02', { eDelivery }).decided('2026-03-03', 'refuse');
const serve = (proof: Omit<Deliver, 'type' | 'stepId' | 'servedOn'>, servedOn = '2026-03-05') =>
  ({ type: 'deliver', stepId, ...proof, servedOn: day(servedOn) }) as const;
/** What an order is refused for, and the fields that the refusal points at. */
function refusal(scene: Scene, on: string, order: Parameters<Scene['give']>[2]) {
  const answer = scene.give(on, person('certificateClerk'), order);
  return isRejection(answer) ? [answer.code, ...(answer.about?.fields ?? [])] : 'accepted';
}
const tellToCollect = (on: string) => ({ type: 'tellToCollect', stepId, toldOn: day(on), collectAt: 'w' }) as const;
const sendByPost = (on: string) =>
  ({ type: 'sendByPost', stepId, sentOn: day(on), carrier: 'EMS', trackingNo: 'n' }) as const;
const postReturned = (on: string) => ({ type: 'postReturned', stepId, returnedOn: day(on), reason: 'r' }) as const;
const serveFailed = (on: string) => ({ type: 'serveFailed', stepId, triedOn: day(on), reason: 'r' }) as const;
const announce = (on: string) => ({ type: 'announce', stepId, announcedOn: day(on), announcedIn: 'w' }) as const;

/** The time to deliver as it is explained on a day. */
function explained(scene: Scene, on: string): string {
  const about = { world: scene.world, today: day(on), book: stepBook(testFlow), steps: scene.state.steps };
  const answer = explainClock({ clock: scene.clock('delivery'), ...about });
  return isClockError(answer) ? answer.detail : answer.sentence;
}

describe('12.2.5 the time to deliver is explained in words', () => {
  it('12.2.5 by what ended it, or will', () => {
    const scene = decided();
    const says = (on: string) => explained(scene, on).replace(/^.*故为3月17日/, '');
    expect(says('2026-03-04')).toBe('');
    scene.must('2026-03-04', 'certificateClerk', sendByPost('2026-03-04'));
    expect(says('2026-03-05')).toBe('；2026年3月4日已交寄，以签收之日为送达之日');
    scene.must('2026-03-06', 'certificateClerk', postReturned('2026-03-06'));
    expect(says('2026-03-06')).toBe('；2026年3月6日未能送达，时限继续计算');
    scene.must('2026-03-09', 'certificateClerk', announce('2026-03-09'));
    expect(says('2026-03-09')).toBe('；2026年3月9日发布送达公告，以2026年4月8日公告期满为送达之日');
    scene.must('2026-03-10', 'certificateClerk', tellToCollect('2026-03-10'));
    const told = '；2026年3月10日通知申请人领取，送达时限于当日完成，何时领取不影响时限';
    expect(says('2026-03-10')).toBe(told);
    scene.must('2026-03-20', 'certificateClerk', serve(handedOut, '2026-03-20'));
    expect(says('2026-03-20')).toBe(told);
    const served = decided();
    served.must('2026-03-05', 'certificateClerk', serve(handedOut));
    expect(explained(served, '2026-03-05')).toContain('2026年3月5日送达时限结束');
  });
});

describe('12.2.5 a service is proved as its mode asks', () => {
  const agent = { idType: 'residentId', idNo: 'i', authority: 'a' } as const;
  const left = { mode: 'left', refusedBecause: 'r' } as const;
  const entrusted = { mode: 'entrusted', throughAgency: 'a', agencyReturn: 'n' } as const;

  it.each([
    ['the applicant collects', handedOut],
    ['an agent collects', { ...handedOut, takenBy: 'agent', ...agent } as const],
    ['left before a witness', { ...left, witness: 'w' }],
    ['left and photographed', { ...left, pictures: 'p' }],
    ['posted, entered with its receipt', postedOn(day('2026-03-04'))],
    ['served by another agency', entrusted],
  ])('12.2.5 %s', (_says, proof) => {
    const scene = decided();
    scene.must('2026-03-06', 'certificateClerk', serve(proof));
    expect(scene.all('Delivered')).toMatchObject([{ ...proof, servedOn: '2026-03-05' }]);
    expect(scene.clock('delivery').endedOn).toBe('2026-03-05');
    expect(scene.state.status).toBe('closed');
  });

  it('12.4 a signature on the screen of the window is recorded where somebody took the document there, nowhere else', () => {
    const signature = { id: 'service:signature', sha256: 'ab'.repeat(32) };
    const filesOf = (proof: Parameters<typeof serve>[0]) => {
      const scene = decided();
      const files = [signature, { id: 'plan', sha256: 'cd'.repeat(32) }];
      scene.must('2026-03-06', 'certificateClerk', { ...serve(proof), files });
      return scene.all('Delivered').map((fact) => ('files' in fact ? fact.files : undefined));
    };
    expect(filesOf(handedOut)).toEqual([[signature]]);
    expect(filesOf(postedOn(day('2026-03-04')))).toEqual([undefined]);
  });

  it('12.2.5 electronic: with consent, to an address', () => {
    const scene = decided(true);
    expect(refusal(scene, '2026-03-06', serve({ mode: 'electronic' }))).toEqual(['service-proof-missing', 'medium']);
    scene.must('2026-03-06', 'certificateClerk', serve({ mode: 'electronic', medium: 'm' }));
    expect(scene.clock('delivery').endedOn).toBe('2026-03-05');
  });

  it.each([
    ['nobody says who took it', { mode: 'collected' }, ['service-proof-missing', 'takenBy', 'recipient']],
    [
      'an agent without paper and power of attorney',
      { ...handedOut, takenBy: 'agent', idNo: '' },
      ['service-proof-missing', 'idType', 'idNo', 'authority'],
    ],
    [
      'the applicant with a power of attorney',
      { ...handedOut, authority: 'a' },
      ['service-proof-contradicts', 'authority'],
    ],
    ['left without a reason', { mode: 'left', witness: 'w' }, ['service-proof-missing', 'refusedBecause']],
    ['left without a witness', left, ['service-witness-required', 'witness', 'pictures']],
    ['posted without a number', { mode: 'posted', carrier: 'EMS' }, ['service-proof-missing', 'trackingNo', 'sentOn']],
    ['posted after its receipt', postedOn(day('2026-03-06')), ['sent-on-invalid', 'sentOn']],
    [
      'another agency without its return',
      { mode: 'entrusted', throughAgency: 'a' },
      ['service-proof-missing', 'agencyReturn'],
    ],
    ['another agency with a carrier', { ...entrusted, carrier: 'EMS' }, ['service-proof-contradicts', 'carrier']],
    ['announced and never announced', { mode: 'announced' }, ['announcement-required']],
  ] as const)('12.2.5 refuses: %s', (_says, proof, told) => {
    const scene = decided();
    expect(refusal(scene, '2026-03-06', serve(proof))).toEqual(told);
    expect(scene.all('Delivered')).toEqual([]);
  });
});

describe('12.2.5 told to collect is the duty kept', () => {
  it('12.2.5 ends the time to deliver on that day and waits for the applicant', () => {
    const scene = decided();
    scene.must('2026-03-09', 'certificateClerk', tellToCollect('2026-03-06'));
    expect(scene.clock('delivery').endedOn).toBe('2026-03-06');
    expect(scene.step(stepId)).toMatchObject({ outcome: null, serving: { stage: 'toCollect', on: '2026-03-06' } });
    scene.pass('2026-04-20');
    expect([scene.raised('delivery'), scene.state.status]).toEqual([[], 'open']);
    scene.must('2026-04-20', 'certificateClerk', tellToCollect('2026-04-20'));
    expect(scene.step(stepId).serving?.told).toMatchObject({ since: '2026-03-06', times: 2 });
    scene.must('2026-04-21', 'certificateClerk', serve(handedOut, '2026-04-21'));
    expect([scene.clock('delivery').endedOn, scene.state.status]).toEqual(['2026-03-06', 'closed']);
  });

  it('12.2.5 is told on a day since the decision, and collected after that', () => {
    const scene = decided();
    for (const wrong of ['2026-03-02', '2026-03-10']) {
      expect(refusal(scene, '2026-03-09', tellToCollect(wrong))).toEqual(['serving-day-invalid', 'toldOn']);
    }
    const early = { ...tellToCollect('2026-03-09'), collectBy: day('2026-03-06') };
    expect(refusal(scene, '2026-03-09', early)).toEqual(['serving-day-invalid', 'collectBy']);
    expect(scene.clock('delivery').endedOn).toBeNull();
  });

  it('12.2.5 told in time and entered late takes the warnings back', () => {
    const scene = decided();
    scene.pass('2026-03-20');
    expect(scene.raised('delivery')).toEqual(['R5 2026-03-18']);
    scene.must('2026-03-20', 'certificateClerk', tellToCollect('2026-03-16'));
    expect([scene.all('WarningAnnulled').length, scene.findings()]).toEqual([1, ['entered-late delivery']]);
  });
});

describe('12.2.5 what is posted counts on receipt', () => {
  it('12.2.5 the time to deliver runs until the day of receipt', () => {
    const scene = decided();
    scene.must('2026-03-06', 'certificateClerk', sendByPost('2026-03-06'));
    expect(scene.clock('delivery').endedOn).toBeNull();
    expect(refusal(scene, '2026-03-09', serve(handedOut, '2026-03-09'))).toEqual(['post-on-its-way']);
    expect(refusal(scene, '2026-03-09', serve({ mode: 'posted' }, '2026-03-05'))).toEqual([
      'sent-on-invalid',
      'servedOn',
    ]);
    expect(refusal(scene, '2026-03-09', serve({ ...postedOn(day('2026-03-06')) }, '2026-03-09'))).toEqual([
      'service-proof-contradicts',
      'carrier',
      'trackingNo',
      'sentOn',
    ]);
    scene.must('2026-03-10', 'certificateClerk', serve({ mode: 'posted', recipient: 'z' }, '2026-03-09'));
    expect(scene.clock('delivery').endedOn).toBe('2026-03-09');
  });

  it('12.2.5 what comes back is served another way, and the time to deliver goes on', () => {
    const scene = decided();
    scene.must('2026-03-06', 'certificateClerk', sendByPost('2026-03-06'));
    scene.must('2026-03-12', 'certificateClerk', postReturned('2026-03-11'));
    expect(scene.step(stepId).serving).toMatchObject({ stage: 'returned', tries: 1 });
    scene.pass('2026-03-18');
    expect(scene.raised('delivery')).toEqual(['R5 2026-03-18']);
    expect(refusal(scene, '2026-03-18', postReturned('2026-03-18'))).toEqual(['nothing-posted']);
    scene.must('2026-03-18', 'certificateClerk', tellToCollect('2026-03-18'));
    expect(scene.clock('delivery').endedOn).toBe('2026-03-18');
  });
});

describe('12.2.5 an announcement is the last way', () => {
  it('12.2.5 needs a try that failed, and serves on the last of its thirty days', () => {
    const scene = decided();
    expect(refusal(scene, '2026-03-06', announce('2026-03-06'))).toEqual(['announced-too-soon']);
    scene.must('2026-03-06', 'certificateClerk', serveFailed('2026-03-06'));
    scene.must('2026-03-09', 'certificateClerk', announce('2026-03-09'));
    // Thirty days from 10 March, the first that counts.
    expect(scene.step(stepId).serving).toMatchObject({ stage: 'announced', deemedOn: '2026-04-08' });
    expect(refusal(scene, '2026-03-10', announce('2026-03-10'))).toEqual(['already-announced']);
    const onDay = serve({ mode: 'announced' }, '2026-04-08');
    expect(refusal(scene, '2026-04-08', onDay)).toEqual(['announcement-not-over']);
    expect(refusal(scene, '2026-04-09', serve({ mode: 'announced' }, '2026-04-09'))).toEqual([
      'served-on-invalid',
      'servedOn',
    ]);
    scene.must('2026-04-09', 'certificateClerk', onDay);
    expect([scene.clock('delivery').endedOn, scene.state.status]).toEqual(['2026-04-08', 'closed']);
  });

  it('12.2.5 one that would end on a free day ends on the next working day', () => {
    const scene = decided();
    scene.must('2026-03-06', 'certificateClerk', serveFailed('2026-03-06'));
    scene.must('2026-03-06', 'certificateClerk', announce('2026-03-06'));
    // 5 April 2026 is a Sunday of 清明节, 6 April its day off.
    expect(scene.step(stepId).serving?.deemedOn).toBe('2026-04-07');
  });
});
