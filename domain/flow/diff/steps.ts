import type { FlowDefinition, Step, UntimedPart } from '../definition.ts';
import { paramsIn, stepKindTitles } from '../../steps/index.ts';
import { asWritten, change } from './compare.ts';
import { diffLimit, limitWords } from './limits.ts';
import { diffTitled } from './lists.ts';
import { movedIds, placesOf } from './places.ts';
import type { Place } from './places.ts';
import { exclusionWord, roleWord, stopsWord } from './words.ts';

/** What changed in the steps: which are new, gone or moved, on which paths they stand, and what they say. */
export function diffSteps(before: FlowDefinition, after: FlowDefinition): string[] {
  const [then, now] = [placesOf(before), placesOf(after)];
  const titleOf = (id: string) => (now.get(id) ?? then.get(id))?.step.title ?? id;
  return [
    ...[...now].filter(([id]) => !then.has(id)).map(([id, place]) => added(place, behind(now, id))),
    ...[...then].filter(([id]) => !now.has(id)).map(([, { step }]) => `取消环节“${step.title}”`),
    ...moved(then, now),
    ...[...now].flatMap(([id, place]) => diffPlaced(then.get(id), place, titleOf)),
  ];
}

type Places = ReadonlyMap<string, Place>;

function added({ step, words }: Place, where: string): string {
  const { title, kind, by, limit, untimed } = step;
  const timed = limit === undefined ? '' : `，环节时限 ${limitWords(limit)}`;
  const outside = untimed === undefined ? '' : `，${untimedWords(untimed)}`;
  return `新增环节“${title}”（${stepKindTitles[kind] ?? kind}，由${roleWord(by)}办理），${where}，${words}${timed}${outside}`;
}

function untimedWords({ promise, stops, approvedBy }: UntimedPart): string {
  return `不计时，承诺 ${limitWords(promise)}，停${stopsWord(stops)}，由${roleWord(approvedBy)}批准启动`;
}

/** What stands directly before a step in the order of the document. */
function behind(places: Places, id: string): string {
  const ids = [...places.keys()];
  const before = places.get(ids[ids.indexOf(id) - 1] ?? '');
  return before === undefined ? '排在最前' : `排在“${before.step.title}”之后`;
}

function moved(then: Places, now: Places): string[] {
  return movedIds([...then.keys()], [...now.keys()]).map(
    (id) => `环节“${now.get(id)?.step.title ?? id}”移动：原来${behind(then, id)}，现在${behind(now, id)}`,
  );
}

function diffPlaced(before: Place | undefined, after: Place, titleOf: (id: string) => string): string[] {
  if (before === undefined) return [];
  const what = `环节“${after.step.title}”`;
  const path = before.key === after.key ? [] : [`${what}的办理条件：原来${before.words}，现在${after.words}`];
  return [...path, ...diffStep(what, before.step, after.step), ...diffHands(what, [before.step, after.step], titleOf)];
}

function diffStep(what: string, before: Step, after: Step): string[] {
  return [
    ...change('环节的名称', before.title, after.title, asWritten),
    ...change(`${what}的类型`, before.kind, after.kind, (kind) => stepKindTitles[kind] ?? kind),
    ...change(`${what}的办理岗位`, before.by, after.by, roleWord),
    ...diffLimit(`${what}的环节时限`, before.limit, after.limit),
    ...diffUntimed(what, before.untimed, after.untimed),
    ...diffTitled(what, '结论', before.outcomes, after.outcomes),
    ...change(`${what}中不利于申请人的结论`, negative(before), negative(after), asWritten),
    ...diffParams(what, before, after),
  ];
}

function diffHands(what: string, [before, after]: readonly [Step, Step], titleOf: (id: string) => string): string[] {
  const others = (ids: readonly string[]) => ids.map(titleOf).join('、') || '无';
  return [
    ...change(`${what}须与之由不同的人办理的环节`, before.otherThan, after.otherThan, others),
    ...change(`${what}由同一人办理的理由`, before.sameHandBecause, after.sameHandBecause, asWritten),
  ];
}

function negative({ outcomes }: Step): string {
  const titles = outcomes.filter((outcome) => outcome.negative === true).map(({ title }) => title);
  return titles.join('、') || '无';
}

/** Parameters that both kinds have; those of another kind came or went with the kind. */
function diffParams(what: string, before: Step, after: Step): string[] {
  const then = new Map(paramsIn(before).map(({ name, value }) => [name, value]));
  return paramsIn(after).flatMap(({ name, title, value }) =>
    change(`${what}的${title.zh}`, then.get(name), value, asWritten),
  );
}

function diffUntimed(what: string, before: UntimedPart | undefined, after: UntimedPart | undefined): string[] {
  if (after === undefined) return before === undefined ? [] : [`${what}由不计时改为计时`];
  if (before === undefined) return [`${what}由计时改为${untimedWords(after)}`];
  return [
    ...diffLimit(`${what}的不计时承诺`, before.promise, after.promise),
    ...change(`${what}所停的时限`, [...before.stops].sort(), [...after.stops].sort(), stopsWord),
    ...change(`${what}的不计时依据`, before.exclusionBasis, after.exclusionBasis, exclusionWord),
    ...change(`${what}的要求条款`, before.requiredBy, after.requiredBy, asWritten),
    ...change(`${what}的启动批准人`, before.approvedBy, after.approvedBy, roleWord),
  ];
}
