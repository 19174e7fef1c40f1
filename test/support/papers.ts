import { actOf } from '../../domain/documents/source.ts';
import type { DocumentSource } from '../../domain/documents/source.ts';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import type { Order } from '../../domain/case/acts/index.ts';
import type { FactType } from '../../domain/case/facts/index.ts';
import { caseBook } from '../../domain/words/case-book.ts';
import { atWindow, passed } from './passing-flow.ts';
import { testFlow } from './flow-fixture.ts';
import { caseId, day, Scene } from './scene.ts';

/** The words behind the marks of a scene, as the API keeps them. */
export const sceneWords = {
  a: JSON.stringify({ kind: 'organisation', name: '沈阳某某水务有限公司', idType: 'uscc', idNo: '91210100MA0000000X' }),
  d: '沈阳市和平区某街 1 号',
  f: JSON.stringify({ use: '生活取水' }),
  o: '材料符合要求',
  r: '取水点位于地下水禁采区',
  m: '可自收到决定之日起六十日内申请行政复议，或者六个月内提起行政诉讼',
  w: '请提交加盖公章的原件',
  c: '逾期未补正的，视为撤回申请',
  u: '本单位符合许可条件',
  s: '项目调整，不再申请',
  g: '省水利厅',
  z: '王某',
  i: '取水影响下游灌溉用水',
  p: '政务服务中心五楼听证室',
  n: '市政府网站',
  v: '沈阳市某区某村村民委员会',
  x: '许可期限自2026年3月3日起至2030年3月2日止',
  y: '许可期限自2026年3月3日起至2031年3月2日止',
  e: '本机关行政许可审批表载明的许可期限为五年',
  b: '取水点位于地下水禁采区，申请人不符合法定条件',
  h: '已于2026年3月9日当面告知，该单位未提出异议',
  q: '该取水工程尚未建成，撤销不会对公共利益造成重大损害',
  l: '申请人陈述了取水方案；下游村民代表对枯水期取水提出异议。',
} as const;

const people = {
  windowClerk: '李受理',
  certificateClerk: '赵制证',
  windowLead: '孙首席',
  caseOfficer: '钱承办',
  presider: '周主持',
};
const counter = {
  place: '政务服务中心三楼',
  officeHours: '工作日 9:00-17:00',
  enquiries: '024-0000-0001',
  complaints: '024-0000-0002',
};

/** What the last document of a type of fact of a scene is composed from; `texts`: the words that are known, all when not given. */
export function paperSource(
  scene: Scene,
  type: FactType,
  texts: Readonly<Record<string, string>> = sceneWords,
): DocumentSource {
  const seq = scene.facts.findLast(({ body }) => body.type === type)?.seq ?? 0;
  const act = actOf(caseId, scene.facts, seq);
  if (act === null) throw new Error(`expected the scene to have a fact ${type}, but it has none`);
  const definition = { ...testFlow, form: [{ key: 'use', title: '取水用途', type: 'text', required: true } as const] };
  const book = caseBook({ definition, facts: act.facts, texts, people });
  return { ...act, world: scene.world, definition, book, agency: '沈阳市水务局', counter, number: null };
}

const asked = { kind: 'material', id: 'plan', defect: 'missing' } as const;
const filed = () => new Scene('2026-03-02');

/** A scene for each kind of document, and the fact it is made of. */
export const paperScenes: Readonly<Record<DocumentKind, { readonly fact: FactType; readonly scene: () => Scene }>> = {
  receipt: { fact: 'CaseFiled', scene: filed },
  passingSheet: { fact: 'PassedToDepartment', scene: () => passed(atWindow('2026-03-02'), '2026-03-03') },
  acceptanceNotice: { fact: 'CaseAccepted', scene: () => filed().accepted('2026-03-03') },
  nonAcceptanceNotice: {
    fact: 'AcceptanceRefused',
    scene: () => {
      const scene = filed();
      const words = { reasons: 'r', remedy: 'm', competentAgency: 'g', documentNo: '不受1' } as const;
      scene.must('2026-03-03', 'windowLead', { type: 'refuseAcceptance', stepId: 'intake', ...words });
      return scene;
    },
  },
  supplementNotice: { fact: 'SupplementAsked', scene: () => asking(filed()) },
  deferralNotice: {
    fact: 'MaterialsDeferred',
    scene: () => deferring(new Scene('2026-03-02', { materials: [{ id: 'form', sha256: null, received: true }] })),
  },
  timeNeededNotice: {
    fact: 'NoticeRecorded',
    scene: () => filed().reviewed('2026-03-03').started('2026-03-04', 'experts', 'caseOfficer'),
  },
  statementNotice: { fact: 'InterestedTold', scene: () => telling(filed().reviewed('2026-03-03', 'plain')) },
  hearingRightNotice: { fact: 'HearingRightTold', scene: () => calling(filed()) },
  hearingNotice: { fact: 'HearingCalled', scene: () => calling(filed()) },
  hearingAnnouncement: { fact: 'HearingAnnounced', scene: () => calling(filed()) },
  hearingRecord: { fact: 'HearingFinished', scene: () => heard(filed()) },
  extensionNotice: {
    fact: 'ExtensionApproved',
    scene: () => {
      const scene = filed().accepted('2026-03-03');
      scene.must('2026-03-04', 'caseOfficer', { type: 'requestExtension', count: 5, reason: 'r' });
      scene.must('2026-03-05', 'agencyHead', { type: 'approveExtension', documentNo: '延1' });
      return scene;
    },
  },
  grantDecision: { fact: 'DecisionMade', scene: () => filed().decided('2026-03-03') },
  refusalDecision: { fact: 'DecisionMade', scene: () => filed().decided('2026-03-03', 'refuse') },
  certificate: { fact: 'CertificateIssued', scene: () => filed().undertaken('2026-03-03') },
  terminationNotice: {
    fact: 'SupplementLapsed',
    scene: () => {
      const scene = asking(filed());
      const words = { reasons: 'r', remedy: 'm', documentNo: '终1' } as const;
      scene.must('2026-04-10', 'windowClerk', { type: 'lapseSupplement', stepId: 'intake', ...words });
      return scene;
    },
  },
  correctionNotice: { fact: 'DocumentCorrected', scene: undone },
  revocationDecision: { fact: 'GrantRevoked', scene: undone },
  serviceReturn: { fact: 'Delivered', scene: () => filed().undertaken('2026-03-03', '2026-03-05') },
};

/** A scene in which the village downstream was told that the permit concerns it. */
function telling(scene: Scene): Scene {
  const notice = { documentNo: '陈1', servedOn: day('2026-03-04'), interested: 'v', matter: 'i' } as const;
  scene.must('2026-03-04', 'caseOfficer', { type: 'tellInterested', ...notice, stateBy: day('2026-03-10') });
  return scene;
}

/** The decision of a permit on an undertaking is corrected, then the permit is revoked. */
function undone(): Scene {
  const scene = filed().undertaken('2026-03-03', '2026-03-05');
  const documentSeq = scene.facts.find(({ body }) => body.type === 'DecisionMade')?.seq ?? 0;
  const slip = { documentSeq, wrong: 'x', right: 'y', basis: 'e', documentNo: '更1' } as const;
  const words = { documentNo: '撤1', reasons: 'b', heard: 'h', weighed: 'q', remedy: 'm' } as const;
  scene.must('2026-03-06', 'windowLead', { type: 'correctDocument', ...slip });
  scene.must('2026-03-09', 'caseOfficer', { type: 'proposeRevocation', ground: 'unqualified', reasons: 'b' });
  scene.must('2026-03-10', 'approver', { type: 'revokeGrant', ...words });
  return scene;
}

/** A hearing of which its right was told, which is called and announced. */
export function calling(scene: Scene): Scene {
  const stepId = 'hearing';
  const by = (on: string, order: Order) => scene.must(on, 'hearingOfficer', order);
  scene.reviewed('2026-03-03', 'hearing').started('2026-03-04', stepId, 'hearingOfficer', 'deputyHead');
  by('2026-03-04', { type: 'tellHearingRight', stepId, documentNo: '听1', servedOn: day('2026-03-04'), matter: 'i' });
  const sitting = {
    hearingOn: day('2026-03-17'),
    hearingAt: '09:30',
    hearingPlace: 'p',
    presider: 'presider',
  } as const;
  by('2026-03-06', { type: 'callHearing', stepId, documentNo: '听2', servedOn: day('2026-03-06'), ...sitting });
  const announced = { announcedOn: day('2026-03-06'), announcedIn: 'n' };
  by('2026-03-06', { type: 'announceHearing', stepId, documentNo: '听3', ...announced });
  return scene;
}

function heard(scene: Scene): Scene {
  const held = { outcome: 'held', heldOn: day('2026-03-17'), presider: 'presider', record: 'l' } as const;
  calling(scene).must('2026-03-18', 'hearingOfficer', { type: 'finishHearing', stepId: 'hearing', ...held });
  return scene;
}

/** A scene in which a supplement was asked for. */
export function asking(scene: Scene): Scene {
  const notice = { documentNo: '补1', servedOn: day('2026-03-03'), asked: [asked], mends: ['w'], consequence: 'c' };
  scene.must('2026-03-03', 'windowClerk', { type: 'askSupplement', stepId: 'intake', ...notice });
  return scene;
}

function deferring(scene: Scene): Scene {
  const given = { undertakenOn: day('2026-03-03'), undertaking: 'u', credit: 'clear', documentNo: '容1' } as const;
  scene.must('2026-03-03', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  scene.must('2026-03-03', 'windowClerk', {
    type: 'deferMaterials',
    stepId: 'acceptance',
    deferred: ['proof'],
    ...given,
  });
  return scene;
}
