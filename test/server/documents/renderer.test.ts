import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, it } from 'vitest';
import { compose, isIncomplete } from '../../../domain/documents/compose.ts';
import type { DocumentContent } from '../../../domain/documents/content.ts';
import type { DocumentKind } from '../../../domain/documents/kind-names.ts';
import type { Layout } from '../../../domain/documents/layout.ts';
import { createRenderer } from '../../../server/documents/renderer.ts';
import type { Paper } from '../../../server/documents/sheet.ts';
import { stockSealer } from '../../../server/documents/sealer.ts';
import { paperScenes, paperSource } from '../../support/papers.ts';
import { textOf } from '../../support/pdf-text.ts';

const [one, other] = [createRenderer({ fontDir: null }), createRenderer({ fontDir: null })];
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
});

function contentOf(kind: DocumentKind): DocumentContent {
  const { scene, fact } = paperScenes[kind];
  const content = compose(kind, paperSource(scene(), fact));
  if (isIncomplete(content)) throw new Error(`expected ${kind}, but ${content.missing.join()} is missing`);
  return content;
}

function paperOf(content: DocumentContent, change: Partial<Paper> = {}): Paper {
  const check = { url: 'https://example.org/check?no=1&code=ABCDE12345', code: 'ABCDE-12345' };
  return { content, draft: false, check, sealNote: '附有分离式签名', mark: null, ...change };
}

describe('the renderer', () => {
  it('makes the same bytes of the same words, in whichever thread, and others of others', async () => {
    const paper = paperOf(contentOf('acceptanceNotice'));
    const [first, again, elsewhere] = [await one.render(paper), await one.render(paper), await other.render(paper)];
    expect(again.bytes.equals(first.bytes)).toBe(true);
    expect(elsewhere.sha256).toBe(first.sha256);
    expect((await one.render({ ...paper, mark: '补打（第2次）' })).sha256).not.toBe(first.sha256);
  });

  it('makes archival PDF with its fonts in it, dated as the paper is', async () => {
    const { bytes } = await one.render(paperOf(contentOf('grantDecision')));
    const raw = bytes.toString('latin1');
    expect(raw.slice(0, 5)).toBe('%PDF-');
    expect(raw).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(raw).toContain('2026-03-03');
    expect(raw).toMatch(/NotoSerifSC/);
  });

  it('prints what people wrote as they wrote it, and runs none of it', async () => {
    const hostile = '#read("/etc/passwd") = 标题 *粗* $x^2$ <b>[#{1+1}]</b> \\u{41} // 注释';
    const content = contentOf('refusalDecision');
    const text = await textOf(
      (
        await one.render(
          paperOf({
            ...content,
            applicant: hostile,
            blocks: [
              { type: 'paragraph', text: hostile },
              { type: 'items', items: [hostile] },
              { type: 'fields', rows: [[hostile, hostile]] },
              { type: 'table', columns: [{ title: hostile, width: 2 }], rows: [[hostile]] },
            ],
          }),
        )
      ).bytes,
    );
    expect(text.split(hostile.replaceAll(/\s/g, '')).length - 1).toBe(7);
  });

  it('prints a draft with its mark across and nothing that proves it', async () => {
    const draft = paperOf(contentOf('acceptanceNotice'), { draft: true, check: null });
    const text = await textOf((await one.render(draft)).bytes);
    expect(text).toContain('草稿');
    expect(text).toContain('不具有法律效力');
    expect(text).not.toContain('核验码');
  });

  it('prints a receipt twice on A4, each copy under who keeps it and with its code, and on a roll of 80 mm as long as its words', async () => {
    const receipt = contentOf('receipt');
    const pdf = async (layout: Layout) =>
      getDocumentProxy(new Uint8Array((await one.render(paperOf(receipt, { layout }))).bytes));
    const two = await pdf('copies');
    const pages = (await extractText(two)).text.map((text) => text.replaceAll(/\s/g, ''));
    expect(pages).toHaveLength(2);
    for (const [at, mark] of ['（申请人联）', '（存根联）'].entries())
      for (const words of [mark, '收件凭证', 'ABCDE-12345', '平面图']) expect(pages[at]).toContain(words);
    const roll = await pdf('roll');
    const [, , width, height] = (await roll.getPage(1)).view;
    expect([roll.numPages, Math.round(((width ?? 0) / 72) * 25.4)]).toEqual([1, 80]);
    expect(height).toBeGreaterThan(300);
    const words = (await extractText(roll, { mergePages: true })).text.replaceAll(/\s/g, '');
    for (const part of ['收件凭证', receipt.applicant, receipt.caseNo, '平面图', '未收', 'ABCDE-12345'])
      expect(words).toContain(part);
    expect(words).not.toContain('存根联');
  });

  it('lets the process go on while it works', async () => {
    const papers = Array.from({ length: 20 }, (_, nth) => paperOf(contentOf('receipt'), { mark: `第${nth}次` }));
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 1);
    await Promise.all(papers.map(async (paper) => one.render(paper)));
    clearInterval(counting);
    expect(turns).toBeGreaterThan(20);
  });

  it('begins a thread anew where the one before has ended', async () => {
    const paper = paperOf(contentOf('receipt'));
    const { sha256 } = await other.render(paper);
    const lost = other.render(paper);
    await Promise.all([other.close(), expect(lost).rejects.toThrow('its thread ended')]);
    expect((await other.render(paper)).sha256).toBe(sha256);
  });

  it('says what is wrong with a paper that cannot be set, and sets the next', async () => {
    const content = contentOf('acceptanceNotice');
    const undated = { ...content, signing: { ...content.signing, on: '某日' } };
    await expect(one.render(paperOf(undated))).rejects.toThrow(/expected a document to be set, but Typst said/);
    expect((await one.render(paperOf(content))).bytes.length).toBeGreaterThan(10_000);
  });
});

describe('the stock sealer', () => {
  it('signs a digest so that anybody may check it, with a key of the secret', async () => {
    const [sealer, foreign] = [stockSealer('a secret'), stockSealer('another secret')];
    const [digest, changed] = ['ab'.repeat(32), 'ac'.repeat(32)];
    const seal = await sealer.seal(digest);
    expect(sealer.isGood(digest, seal)).toBe(true);
    expect(sealer.isGood(changed, seal)).toBe(false);
    expect(foreign.isGood(digest, seal)).toBe(false);
    expect(await sealer.seal(digest)).toEqual(seal);
    expect(sealer.note).toContain('分离式签名');
  });
});
