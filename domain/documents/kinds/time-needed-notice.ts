import { toldDueOn } from '../../case/clocks.ts';
import { plannedStep } from '../../case/planned.ts';
import type { ClockState } from '../../case/state.ts';
import type { FactOf } from '../../case/facts/index.ts';
import { isClockError } from '../../clock/clock.ts';
import { reckon } from '../../clock/reckon.ts';
import type { ExclusionBasis, StoppableClock } from '../../flow/definition.ts';
import { splitInstance } from '../../instance-id.ts';
import { readStep, stepBook } from '../../words/clock-title.ts';
import { readDay } from '../../words/day.ts';
import type { Block } from '../content.ts';
import { documentKind } from '../document-kind.ts';
import { caseInWords, inMarks, limitText, paragraph, xkf } from '../phrases.ts';
import type { DocumentSource } from '../source.ts';

type Body = FactOf<'NoticeRecorded'>;

/** 特别程序所需时间告知书: which procedure, by what law, how long it takes, and what it does to the due date (XKF 45). */
export const timeNeededNotice = documentKind({
  basis: `${xkf}第四十五条`,
  seal: 'acceptance',
  drafts: ['recordNotice'],
  facts: ['NoticeRecorded'],
  ofGuide: ['enquiries'],
  on: ({ servedOn }) => servedOn,
  wanted: ({ stepId }, source) => {
    const { promise } = partsOf(stepId, source);
    return {
      procedure: readStep(stepId, stepBook(source.definition)),
      basis: basisOf(stepId, source),
      timeNeeded: promise === null ? null : limitText(promise),
    };
  },
  write: (body, { procedure, basis, timeNeeded }, source) => [
    paragraph(`${caseInWords(source)}，本机关已经受理。`),
    paragraph(
      `根据${basis}的规定，办理该申请需要进行“${procedure}”。该程序所需时间为${timeNeeded}，自启动之日的次日起计算。`,
    ),
    ...effectOf(body.stepId, source),
    ...expectedOf(body, source),
  ],
});

function partsOf(stepId: string, { world }: DocumentSource) {
  const { untimed } = plannedStep(world, stepId);
  return { promise: untimed?.promise ?? null, stops: untimed?.stops ?? [] };
}

const sources: Readonly<Record<Exclude<ExclusionBasis['source'], 'xkf45'>, string>> = {
  law: '法律',
  administrativeRegulation: '行政法规',
  localRegulation: '地方性法规',
  departmentRule: '部门规章',
};

/** What demands the procedure and what takes its time out of the limit, each once; a procedure that stops no limit needs no such law. */
function basisOf(stepId: string, { definition }: DocumentSource): string | null {
  const { untimed } = stepBook(definition).get(splitInstance(stepId).id) ?? {};
  if (untimed === undefined) return null;
  const { exclusionBasis, requiredBy } = untimed;
  const cites = [requiredBy, exclusionBasis?.cite].filter((cite) => cite !== undefined);
  const cited = [...new Set(cites)].map(inMarks).join('、');
  if (cited !== '') return cited;
  return exclusionBasis === undefined || exclusionBasis.source === 'xkf45'
    ? '本机关公布的办事指南'
    : `有关${sources[exclusionBasis.source]}`;
}

const kinds = ['statutory', 'promised'] as const satisfies readonly StoppableClock[];
const limits: Readonly<Record<StoppableClock, string>> = { statutory: '法定办结时限', promised: '承诺办结时限' };

function effectOf(stepId: string, source: DocumentSource): readonly Block[] {
  const { stops } = partsOf(stepId, source);
  if (stops.length === 0) return [paragraph('该程序所需时间计入办结时限。')];
  const out = kinds.filter((kind) => stops.includes(kind)).map((kind) => limits[kind]);
  const still = kinds.filter((kind) => !stops.includes(kind)).map((kind) => limits[kind]);
  const goesOn = still.length === 0 ? '' : `，${still.join('和')}不停止计算`;
  return [paragraph(`该程序所需时间不计入${out.join('和')}${goesOn}；程序结束后，办结时限继续计算。`)];
}

/** The new expected day, were the procedure to start on the day of the notice and to keep its time; nothing where it cannot be told yet. */
function expectedOf({ stepId, servedOn: from }: Body, source: DocumentSource): readonly Block[] {
  const { state, world } = source;
  const { promise, stops } = partsOf(stepId, source);
  const end =
    promise === null ? null : reckon({ startedOn: from, limit: promise, extension: 0, stops: [] }, world.calendar);
  if (end === null || isClockError(end)) return [];
  const to = end.dueOn;
  const shifted = state.clocks.map((clock): ClockState => {
    const isStopped = stops.some((kind) => kind === clock.kind) && clock.endedOn === null;
    return isStopped ? { ...clock, stops: [...clock.stops, { from, to, stepId }] } : clock;
  });
  const now = toldDueOn(world, state).dueOn;
  const then = toldDueOn(world, { ...state, clocks: shifted }).dueOn;
  if (to === null || now === null || then === null) return [];
  return [
    paragraph(
      `目前的应办结日期为${readDay(now)}。该程序如于${readDay(from)}启动并在${readDay(to)}结束，应办结日期为${readDay(then)}；实际日期以程序的启动和结束日期为准。`,
    ),
  ];
}
