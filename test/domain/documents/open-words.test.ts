import { describe, expect, it } from 'vitest';
import { compose, isIncomplete, readIncomplete } from '../../../domain/documents/compose.ts';
import { isFilled } from '../../../domain/documents/filled.ts';
import { documents } from '../../../domain/documents/index.ts';
import { documentKinds } from '../../../domain/documents/kind-names.ts';
import { asksOfGuide, isOfGuide, lacksOfGuide } from '../../../domain/documents/of-guide.ts';
import { leftOpen } from '../../../domain/documents/template.ts';
import { paperSource, paperScenes } from '../../support/papers.ts';

const nothing = { place: null, officeHours: null, enquiries: null, complaints: null };

describe('a template', () => {
  it('with a word in braces would print it: none is put in, so each is named with its part', () => {
    expect(leftOpen({ opening: '关于{号}的｛申请人｝', closing: '电话：待填写。}' })).toEqual([
      { part: 'opening', word: '{号}' },
      { part: 'opening', word: '｛申请人｝' },
      { part: 'closing', word: '待填写' },
      { part: 'closing', word: '}' },
    ]);
    expect(leftOpen({ opening: '感谢您的支持（谢谢）。', closing: null })).toEqual([]);
  });
});

describe('待填写', () => {
  it('is a place where nothing stands yet, but a word like others inside a sentence', () => {
    expect(['待填写', '联系电话：待填写', '（待填写）', ' 待填写。', '', null].map(isFilled)).toEqual(
      Array.from({ length: 6 }, () => false),
    );
    expect(['第三栏待填写，请补填', '024-0000-8602'].map(isFilled)).toEqual([true, true]);
  });

  it('where a document must say something is refused by the name of the field', () => {
    const source = paperSource(paperScenes.acceptanceNotice.scene(), 'CaseAccepted');
    const content = compose('acceptanceNotice', {
      ...source,
      counter: { ...source.counter, complaints: '监督电话：待填写' },
    });
    expect(isIncomplete(content) && readIncomplete(content)).toBe('受理通知书缺少：监督投诉方式');
  });
});

describe('what a document must contain of the guide', () => {
  it('is known before the act: of each kind the same is missing as when it is made', () => {
    const asking = documentKinds.filter((kind) => documents[kind].ofGuide.length > 0);
    expect(asking).toEqual(
      expect.arrayContaining(['acceptanceNotice', 'timeNeededNotice', 'hearingNotice', 'statementNotice']),
    );
    for (const kind of asking) {
      for (const order of documents[kind].drafts) {
        expect(asksOfGuide(order)).toBe(true);
        expect(lacksOfGuide(order, nothing)?.missing.length).toBeGreaterThan(0);
      }
    }
    expect(lacksOfGuide('accept', nothing)).toEqual({ kind: 'acceptanceNotice', missing: ['complaints'] });
    expect(lacksOfGuide('accept', { ...nothing, complaints: '12345' })).toBeNull();
    expect(asksOfGuide('finishReview')).toBe(false);
    expect(isOfGuide({ kind: 'refusalDecision', missing: ['remedy'] })).toBe(false);
  });

  it('is what the record says, for every kind: without a guide nothing else of it is missing', () => {
    const source = paperSource(paperScenes.acceptanceNotice.scene(), 'CaseAccepted');
    const content = compose('acceptanceNotice', { ...source, counter: nothing });
    expect(isIncomplete(content) && [...content.missing]).toEqual([...documents.acceptanceNotice.ofGuide]);
  });
});
