import { describe, expect, it } from 'vitest';
import { paperScenes, paperSource } from '../../support/papers.ts';
import { made, said } from '../../support/read-paper.ts';
import { Scene, day } from '../../support/scene.ts';

describe('papers that say what an earlier one may not', () => {
  it('a correction names the document with number and day, what it says, what it is to say and by what', () => {
    expect(said('correctionNotice')).toContain(
      [
        '被更正的文书 | 2026年3月3日《准予行政许可决定书》（编号：决1）',
        '原文 | 许可期限自2026年3月3日起至2030年3月2日止',
        '更正为 | 许可期限自2026年3月3日起至2031年3月2日止',
        '更正依据 | 本机关行政许可审批表载明的许可期限为五年',
      ].join('\n'),
    );
    const { number, signing } = made('correctionNotice');
    expect([number, signing.on]).toEqual(['更1', '2026年3月6日']);
  });

  it('XKF 69 a revocation cites its ground, how the holder was heard, what follows and the remedy', () => {
    const text = said('revocationDecision');
    expect(text).toContain('本机关于2026年3月3日作出《准予行政许可决定书》（编号：决1）');
    expect(text).toContain(
      '根据《中华人民共和国行政许可法》第六十九条第一款第（四）项的规定，本机关决定撤销上述行政许可',
    );
    expect(text).toContain('你单位的陈述、申辩情况：已于2026年3月9日当面告知，该单位未提出异议。');
    expect(text).toContain('将许可证件（编号：证1）交回本机关');
    expect(text).toContain('依照该法第六十九条第四款的规定给予赔偿');
    expect(text).toContain('你单位如不服本决定，可自收到决定之日起六十日内申请行政复议');
  });

  it('XKF 69(4) what was got by deceit is not protected', () => {
    const scene = paperScenes.revocationDecision.scene();
    const facts = scene.facts.map((fact) =>
      fact.body.type === 'GrantRevoked' ? { ...fact, body: { ...fact.body, ground: 'deceit' as const } } : fact,
    );
    scene.facts = facts;
    const text = said('revocationDecision', paperSource(scene, 'GrantRevoked'));
    expect(text).toContain('第六十九条第二款');
    expect(text).toContain('你单位基于该许可取得的利益不受保护');
    expect(text).not.toContain('赔偿');
  });

  it('不受理 is not 不予受理: where no permit is needed the paper has a name of its own', () => {
    const scene = new Scene('2026-03-02');
    const words = { reasons: 'r', remedy: 'm', documentNo: '不受2' } as const;
    scene.must('2026-03-02', 'windowClerk', { type: 'answerNotNeeded', stepId: 'intake', ...words });
    const source = paperSource(scene, 'PermitNotNeeded');
    expect(made('nonAcceptanceNotice', source).title).toBe('不受理通知书');
    expect(said('nonAcceptanceNotice', source)).not.toContain('不予受理');
    expect(made('nonAcceptanceNotice').title).toBe('不予受理通知书');
  });

  it('XKF 36 tells somebody else than the applicant, by name, what it concerns and until when to speak', () => {
    const content = made('statementNotice');
    expect([content.addressee, content.applicant]).toEqual(['沈阳市某区某村村民委员会', '沈阳某某水务有限公司']);
    expect(said('statementNotice')).toContain('沈阳某某水务有限公司向本机关提出的“测试事项”申请');
    expect(said('statementNotice')).toContain('有权进行陈述和申辩，请在2026年3月10日前（含当日）');
  });

  it('XKF 36 the decision says what was said before it, and whether it was adopted', () => {
    const scene = paperScenes.statementNotice.scene();
    const on = day('2026-03-05');
    scene.must('2026-03-05', 'caseOfficer', { type: 'receiveStatement', toldNo: 1, arrivedOn: on, views: 'i' });
    const answer = { statementNo: 1, adopted: 'notAdopted', answer: 'q' } as const;
    scene.must('2026-03-06', 'caseOfficer', { type: 'answerStatement', ...answer });
    const grant = { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' } as const;
    scene.must('2026-03-06', 'approver', grant);
    const text = said('grantDecision', paperSource(scene, 'DecisionMade'));
    expect(text).toContain('利害关系人陈述、申辩意见：取水影响下游灌溉用水。本机关不予采纳：该取水工程尚未建成');
  });
});
