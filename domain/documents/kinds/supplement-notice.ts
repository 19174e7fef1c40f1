import { dueOnOf } from '../../case/clocks.ts';
import type { FactOf } from '../../case/facts/index.ts';
import { readDay } from '../../words/day.ts';
import type { Block } from '../content.ts';
import { documentKind } from '../document-kind.ts';
import { caseInWords, ended, limitText, paragraph, paragraphs, xkf, you } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';

type Body = FactOf<'SupplementAsked'>;

/** 申请材料补正告知书: once everything that is missing or wrong, how to mend it, until when, and what follows else. */
export const supplementNotice = documentKind({
  basis: `${xkf}第三十二条第一款第（四）项`,
  seal: 'acceptance',
  drafts: ['askSupplement'],
  facts: ['SupplementAsked'],
  on: ({ servedOn }) => servedOn,
  wanted: ({ asked, mends, consequence }, { book }) => {
    const words = mends.map((mend) => book.words(mend)?.trim() ?? '');
    const isWhole = asked.length > 0 && asked.length === words.length && words.every((one) => one !== '');
    return { asked: isWhole ? words.join('\n') : null, consequence: book.words(consequence) };
  },
  write: (body, filled, source) => [
    paragraph(`${caseInWords(source)}收悉。${groundOf(body)}`),
    tableOf(body, source),
    paragraph(untilWhen(source)),
    ...paragraphs(filled.consequence),
    paragraph(
      `上述内容补正完毕并由${you(source)}声明后，本机关将在${limitText(source.world.plan.limits.notice)}内告知是否受理。`,
    ),
    { type: 'signature', label: '申请人（代理人）签收' },
  ],
});

function groundOf({ round }: Body): string {
  const found = '经审查，申请材料不齐全或者不符合法定形式。';
  return round === 1
    ? `${found}根据${xkf}第三十二条第一款第（四）项的规定，现将需要补正的全部内容一次性告知如下：`
    : '经审查，本机关此前一次性告知的内容中，下列各项尚未补正或者补正后仍不符合法定形式，现再次告知如下：';
}

function tableOf({ asked, mends }: Body, { book }: DocumentSource): Block {
  return {
    type: 'table',
    columns: [
      { title: '序号', width: 1 },
      { title: '材料或者填报内容', width: 8 },
      { title: '存在的问题', width: 7 },
      { title: '补正要求', width: 14 },
    ],
    rows: asked.map(({ kind, id, defect }, at) => [
      `${at + 1}`,
      kind === 'material' ? book.material(id) : book.field(id).zh,
      defect === 'missing' ? '缺少' : '不符合法定形式',
      ended(book.words(mends[at] ?? null)?.trim() ?? ''),
    ]),
  };
}

/** Where the item sets no limit there is none to tell: XKF knows none. */
function untilWhen(source: DocumentSource): string {
  const { state, world } = source;
  const clock = state.clocks.findLast(({ kind }) => kind === 'supplement');
  const dueOn = clock === undefined ? null : dueOnOf(world, clock);
  return dueOn === null
    ? `请${you(source)}及时补正。`
    : `请${you(source)}于${readDay(dueOn)}前（含当日）补正上述全部内容。`;
}
