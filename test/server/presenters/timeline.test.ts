import { expect, it } from 'vitest';
import type { FactBody } from '../../../domain/case/facts/index.ts';
import { digestsOf, peopleOf, presentTimeline } from '../../../server/presenters/timeline.ts';
import { digestOf } from '../../support/driven-case.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { uuidOf } from '../../support/played-case.ts';
import { Scene, day } from '../../support/scene.ts';

const words = '须经专家评审。';
const [officer, colleague] = [uuidOf('officer'), uuidOf('colleague')];
const around = { at: Date.UTC(2026, 8, 14, 2), recordedAt: Date.UTC(2026, 8, 14, 2), hash: 'h' };
const bodies: readonly FactBody[] = [
  { type: 'Reviewed', stepId: 'review', outcome: 'pass', opinion: digestOf(words) },
  { type: 'StepFinished', stepId: 'review', outcome: 'pass' },
];
const facts = bodies.map((body, index) => ({ ...around, seq: index + 1, requestId: 'op', actorId: officer, body }));
const people = { [officer]: '江承文' };
const show = (texts: Record<string, string>, handles = true) =>
  presentTimeline({ facts, words: { texts, people }, definition: testFlow, handles });

it('shows an act as one entry with what followed, in both languages, and the facts for auditors', () => {
  const [entry, ...others] = show({ [digestOf(words)]: words });
  expect(others).toEqual([]);
  expect(entry?.sentence).toEqual({
    zh: '完成“review”；结论：pass；审查意见：须经专家评审。',
    en: 'Finished “Review”; outcome: pass; opinion: 须经专家评审.',
  });
  expect([entry?.actorName, entry?.at, entry?.stepTitle]).toEqual(['江承文', '2026-09-14T10:00:00+08:00', 'review']);
  expect([entry?.fact, entry?.texts]).toEqual([bodies[0], { [digestOf(words)]: words }]);
  expect(entry?.under.map(({ sentence, fact }) => [sentence.zh, fact])).toEqual([
    ['“review”环节结束；结论：pass。', bodies[1]],
  ]);
});

it('names the applicant as who filed without an account, whom nobody else here is', () => {
  const { facts: filed } = new Scene('2026-09-18', { channel: 'online', identity: 'unverified' });
  const { facts: atWindow } = new Scene('2026-09-18');
  const [online, window] = [filed, atWindow].map((all) =>
    presentTimeline({ facts: all.slice(0, 1), words: { texts: {}, people: {} }, definition: testFlow, handles: false }),
  );
  expect([online?.[0]?.actorName, window?.[0]?.actorName]).toEqual(['申请人（网上申报）', null]);
});

it('fault D10: leaves out words that the reader may not see, and their digests', () => {
  const [entry] = show({}, false);
  expect(entry?.fact).toEqual({ ...bodies[0], opinion: null });
  expect([entry?.sentence.zh, entry?.texts]).toEqual(['完成“review”；结论：pass。', {}]);
});

it('asks for the words of a fact, and for the names of everybody it names', () => {
  const warned = {
    type: 'WarningRaised',
    warningId: `${uuidOf('case')}:promised:1:r`,
    clock: 'promised',
    epoch: 1,
    rung: 'r',
    level: 'red',
    to: ['supervisor', { person: colleague }],
    on: day('2026-09-14'),
    dueOn: null,
    passedOver: [],
  } as const;
  expect(facts.slice(0, 1).flatMap(digestsOf)).toEqual([digestOf(words)]);
  expect(peopleOf({ actorId: null, body: warned })).toEqual([colleague]);
  expect(facts.slice(0, 1).flatMap(peopleOf)).toEqual([officer]);
});
