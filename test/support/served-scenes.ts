import type { Deliver } from '../../domain/steps/delivery.ts';
import { handedOut, postedOn } from './good-order.ts';
import { paperSource, sceneWords } from './papers.ts';
import { Scene, day } from './scene.ts';

const stepId = 'delivery';

/** The words behind the marks of a service. */
export const servedWords = {
  ...sceneWords,
  no: '210102199003070011',
  power: '授权委托书一份（载明代领本决定书）',
  left: '受送达人称与本人无关，拒绝签收',
  seen: '和平区某某社区居民委员会 刘某',
  shot: '执法记录仪录像一段，照片三张',
  EMS: '中国邮政 EMS',
  n: '1026300000123',
  agency: '大连市水务局',
  their: '大水送回〔2026〕7号，2026年3月6日签收',
  mail: '电子邮箱 office@example.org',
  web: '沈阳市水务局门户网站、政务服务中心公告栏',
  moved: '收件人迁移新址，无法投递',
  empty: '住所无人，邻居不知其去向',
} as const;

const agent = { takenBy: 'agent', idType: 'residentId', idNo: 'no', authority: 'power' } as const;

/** How each mode is proved. */
const proofs = {
  collected: handedOut,
  agent: { ...handedOut, ...agent },
  posted: { ...postedOn(day('2026-03-04')), recipient: 'z' },
  left: { mode: 'left', refusedBecause: 'left', witness: 'seen', pictures: 'shot' },
  entrusted: { mode: 'entrusted', throughAgency: 'agency', agencyReturn: 'their', recipient: 'z' },
  electronic: { mode: 'electronic', medium: 'mail' },
} as const satisfies Readonly<Record<string, Omit<Deliver, 'type' | 'stepId' | 'servedOn'>>>;

export const servedBy = [...Object.keys(proofs), 'announced'] as readonly (keyof typeof proofs | 'announced')[];

/** What the return of a service is composed from: refused on 2026-03-03, served on 2026-03-06 or when it was announced long enough. */
export function servedSource(by: (typeof servedBy)[number]) {
  const scene = new Scene('2026-03-02', { eDelivery: true }).decided('2026-03-03', 'refuse');
  const give = (on: string, order: Parameters<Scene['must']>[2]) => scene.must(on, 'certificateClerk', order);
  if (by === 'announced') {
    give('2026-03-04', { type: 'sendByPost', stepId, sentOn: day('2026-03-04'), carrier: 'EMS', trackingNo: 'n' });
    give('2026-03-09', { type: 'postReturned', stepId, returnedOn: day('2026-03-09'), reason: 'moved' });
    give('2026-03-10', { type: 'serveFailed', stepId, triedOn: day('2026-03-10'), reason: 'empty' });
    give('2026-03-11', { type: 'announce', stepId, announcedOn: day('2026-03-11'), announcedIn: 'web' });
    give('2026-04-13', { type: 'deliver', stepId, mode: 'announced', servedOn: day('2026-04-10') });
  } else {
    give('2026-03-06', { type: 'deliver', stepId, ...proofs[by], servedOn: day('2026-03-06') });
  }
  return paperSource(scene, 'Delivered', servedWords);
}
