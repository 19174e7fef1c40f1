import { describe, expect, it } from 'vitest';
import type { DocumentContent } from '../../../domain/documents/content.ts';
import { composeWorking } from '../../../domain/documents/working/index.ts';
import { workingPapers } from '../../../domain/documents/working/names.ts';
import type { WorkingPaper } from '../../../domain/documents/working/names.ts';
import { calling, paperSource, sceneWords } from '../../support/papers.ts';
import { Scene, day } from '../../support/scene.ts';

const party = (name: string, idNo: string) => JSON.stringify({ kind: 'person', name, idType: 'residentId', idNo });
const words = {
  ...sceneWords,
  k: party('钱代理', '210102199001010011'),
  c: JSON.stringify({ name: '孙联系', phone: '13800000000' }),
  c2: JSON.stringify({ name: '李新联系', phone: '13900000000' }),
  d2: '沈阳市皇姑区某路 2 号',
};
const on = day('2026-03-20');

/** The paper of a scene as it stands, a line a row. */
function read(paper: WorkingPaper, scene: Scene): { lines: string[]; content: DocumentContent } {
  const type = scene.facts.at(-1)?.body.type ?? 'CaseFiled';
  const content = composeWorking(paper, paperSource(scene, type, words), on);
  const lines = content.blocks.flatMap((block) => {
    if ('rows' in block) return block.rows.map((row) => row.join(' | '));
    return 'items' in block ? block.items : [block.type === 'signature' ? block.label : block.text];
  });
  return { lines, content };
}

describe('working papers', () => {
  it.each(workingPapers)('%s has no number and no seal, and leaves nothing undefined', (paper) => {
    const { lines, content } = read(paper, new Scene('2026-03-02'));
    expect([content.number, content.signing.seal, content.signing.on]).toEqual([null, null, '2026年3月20日']);
    expect(lines.join('\n')).not.toMatch(/undefined|null|\[object|\d{4}-\d\d-\d\d/);
    expect(content.isTheirs === true).toBe(paper !== 'approvalSheet');
  });

  it('the power of attorney names applicant, agent and item; without an agent their lines are for a hand', () => {
    const { lines } = read('powerOfAttorney', new Scene('2026-03-02', { agent: 'k' }));
    expect(lines).toEqual(
      expect.arrayContaining([
        '委托人 | 沈阳某某水务有限公司',
        '统一社会信用代码 | 91210100MA0000000X',
        '受委托人 | 钱代理',
        '证件号码 | 210102199001010011',
        '办理事项 | 测试事项',
        '□领取许可决定和许可证件',
      ]),
    );
    expect(read('powerOfAttorney', new Scene('2026-03-02')).lines).toContain('受委托人 | ＿＿＿＿＿＿＿＿');
  });

  it('the address for service is the one that was told last, with the consent to electronic service', () => {
    const scene = new Scene('2026-03-02');
    const rows = () => read('serviceAddress', scene).lines;
    expect(rows()).toEqual(
      expect.arrayContaining([
        '联系人 | 孙联系',
        '联系电话 | 13800000000',
        '送达地址 | 沈阳市和平区某街 1 号',
        '送达方式 | □窗口领取　□邮寄送达　□电子送达',
      ]),
    );
    scene.must('2026-03-03', 'windowClerk', { type: 'changeContact', contact: 'c2', address: 'd2', eDelivery: true });
    expect(rows()).toEqual(
      expect.arrayContaining([
        '联系人 | 李新联系',
        '送达地址 | 沈阳市皇姑区某路 2 号',
        '送达方式 | □窗口领取　□邮寄送达　☑电子送达',
      ]),
    );
  });

  it('12.2.6 the sheet of opinions has each opinion with name and day, up to the decision', () => {
    const scene = calling(new Scene('2026-03-02'));
    const held = { outcome: 'held', heldOn: day('2026-03-17'), presider: 'presider', record: 'l' } as const;
    scene.must('2026-03-18', 'hearingOfficer', { type: 'finishHearing', stepId: 'hearing', ...held });
    const before = read('approvalSheet', scene).lines;
    expect(before).toEqual(expect.arrayContaining(['统一社会信用代码 | 91210100MA0000000X', '联系电话 | 13800000000']));
    const table = read('approvalSheet', scene).content.blocks.find(({ type }) => type === 'table');
    expect(table?.type === 'table' && table.columns.map(({ title }) => title)).toContain('签字');
    expect(before.at(-1)).toBe('批准人');
    const decision = { outcome: 'refuse', documentNo: '决1', reasons: 'r', remedy: 'm' } as const;
    scene.must('2026-03-19', 'approver', { type: 'makeDecision', stepId: 'decision', ...decision });
    const opinions = [
      '受理 | 予以受理；受1 | 李受理 | 2026年3月3日 | ',
      'review | hearing；材料符合要求 | 钱承办 | 2026年3月3日 | ',
      'hearing | held；申请人陈述了取水方案；下游村民代表对枯水期取水提出异议。 | 有关人员 | 2026年3月17日 | ',
      '决定 | 不予行政许可；决1；取水点位于地下水禁采区 | 有关人员 | 2026年3月19日 | ',
    ];
    expect(read('approvalSheet', scene).lines.slice(-5, -1)).toEqual(opinions);
    scene.must('2026-03-20', 'certificateClerk', {
      type: 'deliver',
      stepId: 'delivery',
      mode: 'collected',
      takenBy: 'applicant',
      recipient: 'z',
      servedOn: day('2026-03-20'),
    });
    expect(read('approvalSheet', scene).lines.slice(-5, -1)).toEqual(opinions);
  });
});
