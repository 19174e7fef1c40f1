import type { LocatedStep } from '../blocks.ts';
import type { StepKindName } from '../../steps/params.ts';
import { stepKindTitles } from '../../steps/index.ts';
import type { Finding } from './finding.ts';
import { error } from './finding.ts';
import type { Path, Route } from './paths.ts';
import { stepIdsOf } from './paths.ts';
import type { Subject } from './subject.ts';
import { named } from './words.ts';

/**
 * The frame of the law is the same for every application: intake, (passing to the department that answers,) acceptance, one decision, (a certificate after a grant,)
 * delivery (and, where it was granted on an undertaking, the check afterwards). A department draws what lies between acceptance and decision.
 */
export function checkFrame(subject: Subject): Finding[] {
  const found = (subject.paths ?? []).flatMap((path) => checkPath(subject, path));
  return firstOfEach(found);
}

/** Many paths say the same; one finding for each code and place is enough. */
function firstOfEach(found: readonly Finding[]): Finding[] {
  const byPlace = new Map(found.toReversed().map((finding) => [`${finding.code} ${finding.at}`, finding]));
  return [...byPlace.values()].toReversed();
}

function checkPath(subject: Subject, path: Path): Finding[] {
  const steps = stepIdsOf(path.route).flatMap((id) => subject.byId.get(id) ?? []);
  const decisions = steps.filter(({ step }) => step.kind === 'decision');
  return [
    ...checkDecisions(decisions, path),
    ...checkEnds(steps),
    ...checkAfterDecision(steps, path),
    ...checkSideBySide(path.route, subject),
  ];
}

function checkDecisions(decisions: readonly LocatedStep[], path: Path): Finding[] {
  const [, second] = decisions;
  if (decisions.length === 0) {
    const message = `流程有一条路径没有决定环节${told(path)}`;
    return [
      error({ at: '/body', code: 'decision-missing', message, fix: '让每条路径都经过一个决定环节；不予许可也是决定' }),
    ];
  }
  if (second === undefined) return [];
  const message = `${named(second)}使同一条路径出现两次决定${told(path)}`;
  return [error({ at: second.at, code: 'decision-doubled', message, fix: '每条路径只留一个决定环节' })];
}

function told({ branch, outcomes }: Path): string {
  const chosen = [...outcomes].map(([step, outcome]) => `${step}=${outcome}`);
  const parts = branch === null ? chosen : [`时限分支=${branch}`, ...chosen];
  return parts.length === 0 ? '' : `（${parts.join('，')}）`;
}

function checkEnds(steps: readonly LocatedStep[]): Finding[] {
  const isPassedOn = steps.some(({ step }) => step.kind === 'passing');
  return [
    ...atPlace(steps, 'intake', 0),
    ...(isPassedOn ? atPlace(steps, 'passing', 1) : []),
    ...atPlace(steps, 'acceptance', isPassedOn ? 2 : 1),
    ...atPlace(steps, 'delivery', steps.filter(({ step }) => step.kind !== 'afterCheck').length - 1),
  ];
}

const placeWords = ['第一个', '第二个', '第三个'] as const;

function placeWord(kind: StepKindName, place: number): string {
  return kind === 'delivery' ? '最后一个' : (placeWords[place] ?? '');
}

function atPlace(steps: readonly LocatedStep[], kind: StepKindName, place: number): Finding[] {
  const wrong = steps.find(({ step }, i) => step.kind === kind && i !== place);
  if (wrong !== undefined)
    return [misplaced(wrong, `${stepKindTitles[kind]}应当是${placeWord(kind, place)}环节，而且只有一个`)];
  if (steps[place]?.step.kind === kind) return [];
  const message = `流程有一条路径缺少${stepKindTitles[kind]}环节`;
  return [
    error({
      at: '/body',
      code: 'frame-order',
      message,
      fix: `把${stepKindTitles[kind]}作为每条路径的${placeWord(kind, place)}环节`,
    }),
  ];
}

function misplaced(located: LocatedStep, why: string): Finding {
  return error({
    at: located.at,
    code: 'frame-order',
    message: `${named(located)}的位置不对：${why}`,
    fix: '按收件、受理、审查、决定、制证、送达的次序排列',
  });
}

function checkAfterDecision(steps: readonly LocatedStep[], path: Path): Finding[] {
  const decidedAt = steps.findIndex(({ step }) => step.kind === 'decision');
  const grantedAt = steps.findIndex(({ step }) => step.kind === 'decision' && path.outcomes.get(step.id) === 'grant');
  return steps.flatMap((located, i) => {
    const { kind } = located.step;
    if (kind === 'certificate' && (grantedAt < 0 || i < grantedAt)) return [ungranted(located)];
    if (kind === 'afterCheck')
      return isUndertaken(steps, path) && grantedAt >= 0 && i === steps.length - 1 ? [] : [unfounded(located)];
    if (decidedAt < 0 || i <= decidedAt || ['certificate', 'delivery', 'decision'].includes(kind)) return [];
    return [misplaced(located, '决定之后只有制证和送达')];
  });
}

function isUndertaken(steps: readonly LocatedStep[], { outcomes }: Path): boolean {
  return steps.some(({ step }) => step.kind === 'acceptance' && outcomes.get(step.id) === 'undertaken');
}

function unfounded(located: LocatedStep): Finding {
  return misplaced(located, '事后核查只在按告知承诺受理并准予许可之后，而且是最后一个环节');
}

function ungranted(located: LocatedStep): Finding {
  const message = `${named(located)}在没有准予许可时也会启动`;
  const fix = '把制证放在以决定结果为准的分支里，标签为 grant';
  return error({ at: located.at, code: 'certificate-without-grant', message, fix });
}

const onItsOwn: readonly StepKindName[] = ['intake', 'passing', 'acceptance', 'decision', 'delivery', 'afterCheck'];

function checkSideBySide(route: Route, subject: Subject): Finding[] {
  if (route.type === 'step') return [];
  if (route.type === 'sequence') return route.parts.flatMap((part) => checkSideBySide(part, subject));
  return stepIdsOf(route)
    .flatMap((id) => subject.byId.get(id) ?? [])
    .filter(({ step }) => onItsOwn.includes(step.kind))
    .map((located) => misplaced(located, `${stepKindTitles[located.step.kind]}不能与别的环节并行`));
}
