import type { FactOf } from '../../case/facts/index.ts';
import { isProtected, revocationGrounds } from '../../case/revoked.ts';
import { readDay } from '../../words/day.ts';
import type { Block } from '../content.ts';
import { documentKind } from '../document-kind.ts';
import { ended, labelled, paragraph, remedy, xkf, you } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';

/** 撤销行政许可决定书: which permit, on which ground of XKF 69, how the holder was heard, what follows, and the remedy. */
export const revocationDecision = documentKind({
  basis: `${xkf}第六十九条`,
  seal: 'agency',
  drafts: ['revokeGrant'],
  facts: ['GrantRevoked'],
  on: ({ on }) => on,
  wanted: (body, { book, ...source }) => ({
    revoked: decisionIn(source),
    reasons: book.words(body.reasons),
    heard: book.words(body.heard),
    weighed: book.words(body.weighed),
    remedy: book.words(body.remedy),
  }),
  write: ({ ground }, filled, source): readonly Block[] => {
    const { zh: what, cite } = revocationGrounds[ground];
    return [
      paragraph(
        `本机关${filled.revoked}，准予${you(source)}“${source.definition.title}”行政许可。经查明，该许可属于${what}的情形。`,
      ),
      ...labelled('事实和理由', filled.reasons),
      ...labelled(`${you(source)}的陈述、申辩情况`, filled.heard),
      ...labelled('撤销对公共利益的影响', filled.weighed),
      paragraph(
        `根据${xkf}${cite}的规定，本机关决定撤销上述行政许可。自本决定送达之日起，${you(source)}不得再从事该许可所准予的活动${handBack(source)}；本机关依照该法第七十条的规定办理注销手续。`,
      ),
      paragraph(ended(reliance(ground, source))),
      ...remedy(filled.remedy, source),
    ];
  },
});

/** Whose loss is made good, and whose gain is not protected (XKF 69(4)). */
function reliance(ground: FactOf<'GrantRevoked'>['ground'], source: DocumentSource): string {
  return isProtected(ground)
    ? `${you(source)}的合法权益因撤销该许可受到损害的，可以向本机关提出赔偿请求，本机关依照该法第六十九条第四款的规定给予赔偿`
    : `依照该法第六十九条第四款的规定，${you(source)}基于该许可取得的利益不受保护`;
}

function handBack({ state: { certificateNo } }: DocumentSource): string {
  return certificateNo === null ? '' : `，并应当将许可证件（编号：${certificateNo}）交回本机关`;
}

function decisionIn({ facts }: Pick<DocumentSource, 'facts'>): string | null {
  const made = facts.findLast(({ body }) => body.type === 'DecisionMade')?.body;
  return made?.type === 'DecisionMade'
    ? `于${readDay(made.on)}作出《准予行政许可决定书》（编号：${made.documentNo}）`
    : null;
}
