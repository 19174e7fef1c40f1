import { describe, expect, it } from 'vitest';
import { compose, documentOf, readIncomplete, wantedOf } from '../../../domain/documents/compose.ts';
import { drafting } from '../../../domain/documents/drafting.ts';
import { documentFields } from '../../../domain/documents/fields.ts';
import type { DocumentField } from '../../../domain/documents/fields.ts';
import { documents } from '../../../domain/documents/index.ts';
import { documentKinds, documentNames, numberedKinds } from '../../../domain/documents/kind-names.ts';
import { actOf } from '../../../domain/documents/source.ts';
import type { DocumentSource } from '../../../domain/documents/source.ts';
import { linesOf, made, said, sourceOf } from '../../support/read-paper.ts';
import { asking, paperScenes, paperSource, sceneWords } from '../../support/papers.ts';
import { caseId, day, Scene } from '../../support/scene.ts';

const kinds = documentKinds;

describe('a document', () => {
  it.each(kinds)('%s is made of its fact alone, says nothing twice in a title and leaves no blank', (kind) => {
    const source = sourceOf(kind);
    expect(documentOf(source.fact.body)).toBe(kind);
    const content = made(kind);
    // A certificate is called as its flow calls it.
    expect(content.title).toBe(kind === 'certificate' ? 'certificate' : documentNames[kind].title.zh);
    expect(content.signing.agency).toBe('沈阳市水务局');
    expect(content.number !== null).toBe(numberedKinds.includes(kind));
    expect(linesOf(content).join('')).not.toMatch(/undefined|null|NaN|\[object|。。|：。|“”|\d{4}-\d\d-\d\d/);
  });

  it.each(['acceptanceNotice', 'nonAcceptanceNotice', 'supplementNotice'] as const)(
    'T9: %s bears the special seal of acceptance, a number and its day (XKF 32(2))',
    (kind) => {
      const { signing, number } = made(kind);
      expect(signing).toMatchObject({ seal: '行政许可专用章', agency: '沈阳市水务局' });
      expect(signing.on).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日$/);
      expect(number).not.toBeNull();
    },
  );

  it.each(kinds)('%s is refused by name for each thing that is missing, alone or with others', (kind) => {
    const source = sourceOf(kind);
    const wanted = wantedOf(kind, source);
    const fields = Object.keys(wanted) as DocumentField[];
    expect(fields.length).toBeGreaterThan(4);
    for (const field of fields) {
      for (const nothing of [null, ' ', '\u3000\u200b']) {
        expect(compose(kind, source, { ...wanted, [field]: nothing })).toEqual({ kind, missing: [field] });
      }
    }
    const [first, second] = fields;
    expect(compose(kind, source, { ...wanted, [String(first)]: null, [String(second)]: null })).toEqual({
      kind,
      missing: [first, second],
    });
  });

  it('is drafted in the panel of every order that makes one', () => {
    const named = new Set(kinds.flatMap((kind) => documents[kind].drafts));
    expect([...drafting].toSorted()).toEqual([...named].toSorted());
  });

  it('tells in Chinese what is missing', () => {
    expect(readIncomplete({ kind: 'acceptanceNotice', missing: ['dueOn', 'complaints'] })).toBe(
      '受理通知书缺少：应办结日期、监督投诉方式',
    );
    expect(Object.keys(documentFields).length).toBeGreaterThan(30);
  });

  it('misses the words that the case does not have, and what the guide does not say', () => {
    const { scene, fact } = paperScenes.refusalDecision;
    const { r: _reasons, m: _remedy, ...others } = sceneWords;
    expect(compose('refusalDecision', paperSource(scene(), fact, others))).toEqual({
      kind: 'refusalDecision',
      missing: ['reasons', 'remedy'],
    });
    const source = sourceOf('acceptanceNotice');
    const silent = { ...source, counter: { ...source.counter, complaints: null } };
    expect(compose('acceptanceNotice', silent)).toEqual({ kind: 'acceptanceNotice', missing: ['complaints'] });
    const nameless = paperSource(paperScenes.receipt.scene(), 'CaseFiled', { a: '{"kind":"person"}' });
    expect(compose('receipt', nameless)).toEqual({ kind: 'receipt', missing: ['applicant'] });
  });

  it('is made for no fact but those that ask for one', () => {
    const { facts } = paperScenes.serviceReturn.scene();
    expect(facts.flatMap(({ body }) => documentOf(body) ?? [])).toEqual([
      'receipt',
      'acceptanceNotice',
      'grantDecision',
      'certificate',
      'serviceReturn',
    ]);
  });

  it('bears the number of the register where there is one, else that of its fact', () => {
    const source = sourceOf('acceptanceNotice');
    expect(made('acceptanceNotice').number).toBe('受1');
    expect(made('acceptanceNotice', { ...source, number: '沈水受字〔2026〕12号' }).number).toBe('沈水受字〔2026〕12号');
    expect(made('certificate').number).toBe('证1');
  });

  it('D12: says what the limits count from', () => {
    const source = sourceOf('acceptanceNotice');
    const { plan } = source.world;
    const limits = { ...plan.limits, countsFrom: 'receipt' } as const;
    const said = (of: DocumentSource) => JSON.stringify(made('acceptanceNotice', of));
    expect(said(source)).toContain('均自受理之日的次日起计算');
    expect(said({ ...source, world: { ...source.world, plan: { ...plan, limits } } })).toContain(
      '均自收到申请之日的次日起计算',
    );
  });

  it('says the same for ever: what came after its act is not in it', () => {
    const scene = paperScenes.acceptanceNotice.scene();
    const before = made('acceptanceNotice', paperSource(scene, 'CaseAccepted'));
    scene.must('2026-03-04', 'caseOfficer', { type: 'requestExtension', count: 5, reason: 'r' });
    scene.must('2026-03-05', 'agencyHead', { type: 'approveExtension', documentNo: '延1' });
    expect(made('acceptanceNotice', paperSource(scene, 'CaseAccepted'))).toEqual(before);
    expect(actOf(caseId, scene.facts, 9_999)).toBeNull();
  });
});

describe('what documents say', () => {
  it('accepts, with both limits and the day by which it is decided', () => {
    expect(said('acceptanceNotice')).toBe(
      [
        '你单位于2026年3月2日提出的“测试事项”申请收悉。经审查，申请事项属于本机关职权范围，申请材料齐全、符合法定形式。根据《中华人民共和国行政许可法》第三十二条第一款第（五）项的规定，现予受理，受理日期为2026年3月3日。',
        '本事项法定办结时限为20个工作日，本机关承诺办结时限为15个工作日，均自受理之日的次日起计算。应办结日期为2026年3月24日。',
        '办理中需要进行依法不计入时限的特别程序的，本机关将把所需时间书面告知你单位，应办结日期相应顺延。',
      ].join('\n'),
    );
    const { applicant, isAddressed, contact, signing } = made('acceptanceNotice');
    expect([applicant, isAddressed]).toEqual(['沈阳某某水务有限公司', true]);
    expect(signing).toEqual({ agency: '沈阳市水务局', on: '2026年3月3日', seal: '行政许可专用章' });
    expect(contact).toContain('监督投诉电话：024-0000-0002');
  });

  it('speaks to a person as to a person', () => {
    const person = { ...sceneWords, a: JSON.stringify({ kind: 'person', name: '欧阳某' }) };
    const text = said('acceptanceNotice', paperSource(paperScenes.acceptanceNotice.scene(), 'CaseAccepted', person));
    expect(text).toMatch(/^你于2026年3月2日/);
    expect(text).not.toContain('你单位');
  });

  it('accepts after silence from the day of arrival, on the true date of the paper', () => {
    const scene = new Scene('2026-03-02');
    scene.pass('2026-03-10', '00:20');
    scene.must('2026-03-11', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    scene.must('2026-03-12', 'windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: '受1' });
    const source = paperSource(scene, 'AcceptanceNoticeIssued');
    expect(said('acceptanceNotice', source)).toContain('该申请自收到申请材料之日（2026年3月2日）起即为受理');
    expect(made('acceptanceNotice', source).signing.on).toBe('2026年3月12日');
  });

  it('accepts on an undertaking and says so', () => {
    const source = paperSource(new Scene('2026-03-02').undertaken('2026-03-03'), 'AcceptedOnUndertaking');
    expect(said('acceptanceNotice', source)).toContain('2026年3月3日作出的书面承诺（告知承诺书编号：诺1）');
    const grant = paperSource(new Scene('2026-03-02').undertaken('2026-03-03'), 'DecisionMade');
    expect(said('grantDecision', grant)).toContain('书面承诺符合法定条件、标准（告知承诺书编号：诺1）');
  });

  it('names everything that is to be supplied, how, until when and what follows', () => {
    expect(said('supplementNotice')).toContain('1 | 平面图 | 缺少 | 请提交加盖公章的原件。');
    expect(said('supplementNotice')).toContain('请你单位于2026年3月17日前（含当日）补正上述全部内容');
    expect(said('supplementNotice')).toContain('现将需要补正的全部内容一次性告知如下');
    const scene = asking(new Scene('2026-03-02'));
    const part = { kind: 'material', id: 'plan' } as const;
    scene.must('2026-03-04', 'windowClerk', {
      type: 'receiveSupplement',
      stepId: 'intake',
      arrived: [part],
      arrivedOn: day('2026-03-04'),
    });
    scene.must('2026-03-04', 'windowClerk', {
      type: 'declareSupplied',
      stepId: 'intake',
      declaredOn: day('2026-03-04'),
    });
    const again = { documentNo: '补2', servedOn: day('2026-03-05'), mends: ['w'], consequence: 'c' };
    scene.must('2026-03-05', 'windowClerk', {
      type: 'askSupplement',
      stepId: 'intake',
      ...again,
      asked: [{ ...part, defect: 'wrong' }],
    });
    expect(said('supplementNotice', paperSource(scene, 'SupplementAsked'))).toContain('现再次告知如下');
  });

  it('tells what a procedure does to the due date, were it to start today', () => {
    expect(said('timeNeededNotice')).toBe(
      [
        '你单位于2026年3月2日提出的“测试事项”申请，本机关已经受理。',
        '根据《测试条例》第九条、《行政许可法》第四十五条的规定，办理该申请需要进行“experts”。该程序所需时间为10个工作日，自启动之日的次日起计算。',
        '该程序所需时间不计入法定办结时限和承诺办结时限；程序结束后，办结时限继续计算。',
        '目前的应办结日期为2026年3月24日。该程序如于2026年3月4日启动并在2026年3月18日结束，应办结日期为2026年4月8日；实际日期以程序的启动和结束日期为准。',
      ].join('\n'),
    );
    const scene = new Scene('2026-03-02').reviewed('2026-03-03').started('2026-03-04', 'site', 'siteInspector');
    expect(said('timeNeededNotice', paperSource(scene, 'NoticeRecorded'))).toContain(
      '不计入承诺办结时限，法定办结时限不停止计算',
    );
  });

  it('extends with the day before and after, by whom and why', () => {
    expect(said('extensionNotice')).toContain('法定办结时限原应于2026年3月31日届满');
    expect(said('extensionNotice')).toContain(
      '经本机关主要负责人批准，将办结时限延长5个工作日，延长后的应办结日期为2026年4月8日',
    );
    expect(said('extensionNotice')).toContain('延长期限的理由：取水点位于地下水禁采区。');
  });

  it('refuses with reasons and the remedy as a sentence to its applicant', () => {
    expect(said('refusalDecision')).toContain('理由：取水点位于地下水禁采区。');
    expect(said('refusalDecision')).toContain('你单位如不服本决定，可自收到决定之日起六十日内申请行政复议');
    expect(said('nonAcceptanceNotice')).toContain('有权机关为：省水利厅。');
  });

  it('grants what was applied for, and the certificate names its holder, decision and validity', () => {
    expect(said('grantDecision')).toContain('取水用途 | 生活取水');
    expect(said('certificate').split('\n')).toEqual([
      '持证人 | 沈阳某某水务有限公司',
      '统一社会信用代码 | 91210100MA0000000X',
      '许可事项 | 测试事项',
      '取水用途 | 生活取水',
      '许可决定 | 决1',
      '有效期 | 自2026年3月3日起长期有效',
    ]);
  });

  it('ends an application by its applicant’s word, without a number: the act asks for none', () => {
    const scene = new Scene('2026-03-02');
    scene.must('2026-03-03', 'windowClerk', { type: 'withdraw', statement: 's' });
    const source = paperSource(scene, 'CaseWithdrawn');
    expect(made('terminationNotice', source).number).toBeNull();
    expect(said('terminationNotice', source)).toContain('申请人说明：项目调整，不再申请。');
    expect(said('terminationNotice')).toContain('根据《测试条例》第七条的规定，视为撤回申请');
  });

  it('lists what is passed to the department, with a line for each of the two to sign', () => {
    expect(said('passingSheet')).toContain('1 | 申请书 | 1 | 0 | ');
    expect(said('passingSheet')).toContain('移交人（窗口） | 李受理');
    expect(said('passingSheet')).toContain('接收人（部门） | 钱承办');
    expect(said('passingSheet')).toContain('共 4 项，原件 4 份，复印件 0 份');
    expect(said('passingSheet')).toContain('签收人（部门）签字、时间');
  });

  it('returns the service with what was served', () => {
    expect(said('serviceReturn')).toContain('送达文书名称和文号 | 准予行政许可决定书（决1）；certificate（证1）');
    expect(said('serviceReturn')).toContain('送达地点 | 政务服务中心三楼');
  });

  it('XKF 47 tells of the right to a hearing with the last of its five days', () => {
    expect(said('hearingRightNotice')).toContain('涉及的重大利益：取水影响下游灌溉用水。');
    expect(said('hearingRightNotice')).toContain('五日内，即2026年3月11日前（含当日），向本机关提出听证申请');
  });

  it('XKF 48 calls and announces a hearing with time, place and presider, and the record ends with the lines to sign', () => {
    const sitting = ['听证时间 | 2026年3月17日09:30', '听证地点 | 政务服务中心五楼听证室', '听证主持人 | 周主持'].join(
      '\n',
    );
    expect(said('hearingNotice')).toContain(sitting);
    expect(said('hearingNotice')).toContain('你单位认为主持人与该行政许可事项有直接利害关系的，有权申请回避。');
    expect(said('hearingAnnouncement')).toContain(`${sitting}\n公告载体 | 市政府网站`);
    expect(said('hearingRecord')).toContain('申请人陈述了取水方案；下游村民代表对枯水期取水提出异议。');
    expect(said('hearingRecord').split('\n').slice(-5)).toEqual([
      '申请人（代理人）',
      '利害关系人',
      '审查人员',
      '记录人',
      '听证主持人',
    ]);
    const { a: _applicant, p: _place, ...others } = sceneWords;
    const source = paperSource(paperScenes.hearingNotice.scene(), 'HearingCalled', others);
    expect(compose('hearingNotice', source)).toEqual({ kind: 'hearingNotice', missing: ['applicant', 'hearingPlace'] });
  });
});
