import { describe, expect, it } from 'vitest';
import { compose, isIncomplete, readIncomplete } from '../../../domain/documents/compose.ts';
import type { DocumentSource } from '../../../domain/documents/source.ts';
import { paperScenes, paperSource } from '../../support/papers.ts';
import { handedOut, postedOn } from '../../support/good-order.ts';
import { Scene, day } from '../../support/scene.ts';
import { servedBy, servedSource, servedWords } from '../../support/served-scenes.ts';

/** The rows of a return of service, and who signs it. */
function said(source: DocumentSource): string[] {
  const made = compose('serviceReturn', source);
  if (isIncomplete(made)) throw new Error(readIncomplete(made));
  return made.blocks.flatMap((block) => {
    if (block.type === 'fields') return block.rows.map(([label, value]) => `${label}：${value}`);
    return block.type === 'signature' ? [block.label] : [];
  });
}

/** What proves each mode on paper. */
const proofs = {
  collected: ['送达地点：政务服务中心三楼', '签收人：王某', '受送达人（代领人）签字'],
  agent: [
    '代领人：王某',
    '代领人证件：居民身份证 210102199003070011',
    '授权委托书：授权委托书一份（载明代领本决定书）',
  ],
  posted: [
    '送达地点：沈阳市和平区某街 1 号',
    '寄递企业：中国邮政 EMS',
    '邮件号码：1026300000123',
    '交寄日期：2026年3月4日',
    '送达日期：2026年3月6日',
  ],
  left: ['拒收理由：受送达人称与本人无关，拒绝签收', '见证人：和平区某某社区居民委员会 刘某', '见证人签字'],
  entrusted: ['受托机关：大连市水务局', '受托机关送达回证：大水送回〔2026〕7号，2026年3月6日签收'],
  electronic: ['送达地点：电子邮箱 office@example.org', '到达方式：到达受送达人同意的系统，到达日期为送达日期'],
  announced: [
    '送达地点：沈阳市水务局门户网站、政务服务中心公告栏',
    '公告日期：2026年3月11日',
    '公告期满日期：2026年4月10日',
    '送达日期：2026年4月10日',
    '公告前的送达情况：2026年3月9日邮件退回：收件人迁移新址，无法投递；2026年3月10日送达未成：住所无人，邻居不知其去向',
  ],
} as const satisfies Readonly<Record<(typeof servedBy)[number], readonly string[]>>;

describe('12.2.5 the return of service', () => {
  it.each(servedBy)('12.2.5 tells the proof of a service: %s', (by) => {
    const lines = said(servedSource(by));
    for (const line of proofs[by]) expect(lines).toContain(line);
    expect(lines).toContain('送达人签字');
    expect(lines.join('')).not.toMatch(/undefined|null|\d{4}-\d\d-\d\d/);
  });

  it('12.4 names the signature that was written on the screen, and asks for none on paper', () => {
    const scene = new Scene('2026-03-02').decided('2026-03-03', 'refuse');
    const signature = { id: 'service:signature', sha256: 'ab'.repeat(32) };
    const order = { type: 'deliver', stepId: 'delivery', ...handedOut, servedOn: day('2026-03-04') } as const;
    scene.must('2026-03-04', 'certificateClerk', { ...order, files: [signature] });
    const lines = said(paperSource(scene, 'Delivered', servedWords));
    expect(lines.filter((line) => line.startsWith('签名：'))).toEqual([expect.stringContaining(signature.sha256)]);
    expect(lines).toContain('送达人签字');
    expect(lines).not.toContain('受送达人（代领人）签字');
  });

  it('12.2.5 knows what was posted by its own act', () => {
    const scene = new Scene('2026-03-02').decided('2026-03-03', 'refuse');
    const post = { type: 'sendByPost', stepId: 'delivery', carrier: 'EMS', trackingNo: 'n' } as const;
    scene.must('2026-03-04', 'certificateClerk', { ...post, sentOn: day('2026-03-04') });
    const receipt = { type: 'deliver', stepId: 'delivery', mode: 'posted', servedOn: day('2026-03-06') } as const;
    scene.must('2026-03-06', 'certificateClerk', receipt);
    const source = paperSource(scene, 'Delivered', { ...servedWords, n: '77' });
    expect(said(source)).toEqual(expect.arrayContaining(['邮件号码：77', '交寄日期：2026年3月4日']));
  });

  it('12.2.5 is made of the service of a revocation too, and names that decision alone', () => {
    const scene = paperScenes.revocationDecision.scene();
    const service = { type: 'serveRevocation', ...postedOn(day('2026-03-11')), servedOn: day('2026-03-13') } as const;
    scene.must('2026-03-16', 'certificateClerk', service);
    const lines = said(paperSource(scene, 'RevocationServed', servedWords));
    expect(lines).toEqual(
      expect.arrayContaining([
        '送达文书名称和文号：撤销行政许可决定书（撤1）',
        '送达方式：邮寄',
        '送达日期：2026年3月13日',
        '交寄日期：2026年3月11日',
        '送达人：赵制证',
        '送达人签字',
      ]),
    );
  });

  it('12.2.5 is not made without the place that an announcement names', () => {
    const { web: _web, ...rest } = servedWords;
    const source = servedSource('announced');
    const blind = { ...source, book: { ...source.book, words: (mark: string | null) => textOf(rest, mark) } };
    expect(compose('serviceReturn', blind)).toEqual({ kind: 'serviceReturn', missing: ['place'] });
  });
});

const textOf = (texts: Readonly<Record<string, string>>, mark: string | null) =>
  mark === null ? null : (texts[mark] ?? null);
