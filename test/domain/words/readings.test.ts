import { describe, expect, it } from 'vitest';
import { factTypes, readFact } from '../../../domain/case/facts/index.ts';
import type { Fact, FactBody } from '../../../domain/case/facts/index.ts';
import { caseBook } from '../../../domain/words/case-book.ts';
import { waterAbstraction } from '../../../db/seed/items/water-abstraction.ts';
import { digestOf } from '../../support/driven-case.ts';
import { lived, plans } from '../../support/directed-plans.ts';
import type { PlanName } from '../../support/directed-plans.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { Walk } from '../../support/random-walk.ts';
import { readingsAfterTheEnd } from './readings-after-the-end.ts';
import { readingsOfActs } from './readings-of-acts.ts';
import { readingsBeforeAcceptance } from './readings-before-acceptance.ts';
import { readingsOfClocks } from './readings-of-clocks.ts';
import { readingsOfHearings } from './readings-of-hearings.ts';
import { readingsOfStatements } from './readings-of-statements.ts';
import { readingsOfSteps } from './readings-of-steps.ts';

const table = [
  ...readingsOfActs,
  ...readingsAfterTheEnd,
  ...readingsOfStatements,
  ...readingsBeforeAcceptance,
  ...readingsOfClocks,
  ...readingsOfHearings,
  ...readingsOfSteps,
];
const quoted = [
  '辽宁省水利厅',
  '跨市取水由省级审批。',
  '取水量较大，须经专家评审。',
  '论证充分。',
  '已核对发文登记。',
  '提交经评审的报告书。',
  '写明用水行业。',
  '逾期不补正的，视为撤回申请。',
  '取水期限五年的起止日期有误。',
  '取水期限为五年。',
  '审批表载明五年。',
  '取水点在禁采区内。',
  '被许可人未提出异议。',
  '不损害公共利益。',
  '证据不足。',
  '下游某村村民委员会',
  '枯水期水量不足。',
  '已限定枯水期取水量。',
  '送达回证。',
  '改为工业用水。',
  '期限内未补正。',
  '申请人签收的受理通知书。',
  '家庭生活取水。',
  '十个工作日内补交报告书。',
  '期限内未后补。',
  '所述属实。',
  '符合全部条件。',
  '没有计量设施。',
  '与登记信息不一致。',
  '王教授',
  '李高工',
  '取水口位置与申报一致。',
  '双方陈述了意见。',
  '取水影响下游灌溉。',
  '五楼听证室',
  '位于禁采区。',
  '六十日内向沈阳市人民政府申请复议。',
  '赵经理',
  '法人授权委托书一份',
  '政务服务大厅出件窗口',
  '中国邮政',
  '1234567890123',
  '收件人迁移新址。',
  '住所无人。',
  '本机关门户网站',
  '需实地核实取水口。',
  '已有结论',
  '外出培训',
  '需补充论证',
  '可以按期办结。',
  '已联系专家。',
  '请于本周内办结。',
  '项目取消。',
  '邮戳为九月十四日。',
  '家庭生活少量取水。',
  '缺少报告书原件。',
  '六十日内可以申请复议。',
  '申请人书面放弃听证。',
  '沈阳市浑南区创新路1号',
  '省水利厅',
  '年取水量属于省级权限',
  '属于本局权限',
];

function recorded(body: FactBody): Fact {
  return { seq: 1, at: 0, recordedAt: 0, requestId: 'r', actorId: null, hash: '', body };
}

const told = {
  definition: waterAbstraction.definition,
  facts: table.map(([body]) => recorded(body)),
  people: { p1: '江察远', p2: '江科明' },
};
const open = caseBook({ ...told, texts: Object.fromEntries(quoted.map((words) => [digestOf(words), words])) });
const masked = caseBook({ ...told, texts: {} });

describe('the reading of a fact', () => {
  it.each(table)('%o', (body, zh, en) => {
    expect(readFact(body, open)).toEqual({ zh, en });
  });

  it('stands in the table for every type', () => {
    const types = new Set<string>(table.map(([body]) => body.type));
    expect(factTypes.filter((type) => !types.has(type))).toEqual([]);
  });

  it('says nothing of words that the reader may not see, and is a sentence without them', () => {
    const words = new RegExp(quoted.map((one) => one.replace(/。$/, '')).join('|'));
    expect(table.filter(([, zh]) => words.test(zh)).length).toBeGreaterThan(15);
    for (const [body] of table) {
      const { zh, en } = readFact(body, masked);
      expect(zh).toMatch(/^[^：；]([^；]|；(?=.))*[^：；，]。$/);
      // What a department wrote and numbers stay as they are; no Chinese stop is ours.
      expect(en.replaceAll(/“[^”]*”|\([^)]*\)|No\. .*/g, '')).not.toMatch(/[：，。；、]/);
      expect(`${zh} ${en}`).not.toMatch(words);
    }
    const [refused, reviewed] = [
      table.find(([{ type }]) => type === 'AcceptanceRefused'),
      readingsOfSteps.find(([{ type }]) => type === 'Reviewed'),
    ];
    expect(refused && readFact(refused[0], masked).zh).toBe('不予受理；文号：沈水不受〔2026〕3号。');
    expect(reviewed && readFact(reviewed[0], masked).en).toBe('Finished “Review”; outcome: Expert review needed.');
  });
});

describe('the readings of cases lived through at random', () => {
  // 'o' and 'r' are what the orders of walks have for digests: here they are real ones, which nobody has words for.
  const withDigests = ({ body }: Fact): FactBody =>
    JSON.parse(JSON.stringify(body), (_key, value: unknown) =>
      typeof value === 'string' && /^[a-z]$/.test(value) ? digestOf(value) : value,
    );
  const lives: readonly (readonly Fact[])[] = [
    ...Object.keys(plans).map((name) => lived(name as PlanName, testFlow, () => undefined).scene.facts),
    ...[1, 2, 3, 4].map((seed) => {
      const walk = new Walk(seed);
      for (let turn = 0; turn < 60; turn += 1) walk.step();
      return walk.scene.facts;
    }),
  ];

  it('show no digest, no hole and no name of the code', () => {
    const names = factTypes.filter((type) => /[a-z][A-Z]/.test(type)).join('|');
    const never = new RegExp(`[0-9a-f]{16}|undefined|\\bnull\\b|NaN|\\[object|${names}`);
    const seen = new Set<string>();
    for (const facts of lives) {
      const bodies = facts.map(withDigests);
      const book = caseBook({ definition: testFlow, facts: bodies.map(recorded), texts: {}, people: {} });
      for (const body of bodies) {
        const { zh, en } = readFact(body, book);
        expect(`${zh} ${en}`).not.toMatch(never);
        expect(zh.replaceAll(/“[^”]*”|（[^）]*）|结论：[^；。]*|(版本|编号|文号：)[^；。]*/g, '')).not.toMatch(
          /[A-Za-z]/,
        );
        seen.add(body.type);
      }
    }
    expect(seen.size).toBeGreaterThan(factTypes.length - 8);
  });
});
