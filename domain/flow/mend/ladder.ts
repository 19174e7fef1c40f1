import type { ClockKind, FlowDefinition, Rung } from '../definition.ts';
import { stepsOf } from '../blocks.ts';
import { clockKinds, limitNames } from '../definition.ts';
import { reportedClocks, tellsSupervisor } from '../gate/ladder.ts';
import { limitSets } from '../gate/located-limits.ts';
import { defaultLadder } from '../ladder.ts';
import { valueAt, withValue } from '../pointer.ts';
import { freeId } from './mender.ts';
import type { Mend, Mender, Menders } from './mender.ts';

/** A ladder with rungs of the default one, under ids that are free. */
function withRungs(definition: FlowDefinition, rungs: readonly Rung[], title: string): Mend | null {
  if (rungs.length === 0) return null;
  const ladder = rungs.reduce<readonly Rung[]>(
    (all, rung) => [
      ...all,
      {
        ...rung,
        id: freeId(
          rung.id,
          all.map(({ id }) => id),
        ),
      },
    ],
    definition.ladder,
  );
  return { title, next: { ...definition, ladder } };
}

/** Every red of the default ladder that this one has not on the day of a lapse, whatever the length of the limit. */
const watched: Mender = (definition) => {
  const has = (clock: ClockKind) =>
    definition.ladder.some(
      (rung) =>
        rung.clock === clock && tellsSupervisor(rung) && 'lapsed' in rung.at && rung.ifLimitAtLeast === undefined,
    );
  const missing = defaultLadder.filter(
    (rung) =>
      reportedClocks.includes(rung.clock) && isSet(definition, rung.clock) && tellsSupervisor(rung) && !has(rung.clock),
  );
  const clocks = missing.map(({ clock }) => clockKinds[clock].zh).join('、');
  return withRungs(definition, missing, `补上超期红牌：${clocks}`);
};

/** Whether a flow has a limit for a clock. */
function isSet(definition: FlowDefinition, clock: ClockKind): boolean {
  if (clock === 'promise') return stepsOf(definition).some(({ untimed }) => untimed !== undefined);
  return limitNames.some((name) => name === clock && limitSets(definition).some(({ own }) => own[name] !== undefined));
}

/** The rung that the default ladder has for it. */
function usual(id: string, title: string): Mender {
  return (definition) =>
    withRungs(
      definition,
      defaultLadder.filter((rung) => rung.id === id),
      title,
    );
}

/** What never comes can go. */
const dropRung: Mender = (definition, at) => {
  const place = /^\/ladder\/\d+/.exec(at)?.[0] ?? '';
  const id = valueAt(definition, `${place}/id`);
  if (typeof id !== 'string') return null;
  return { title: `删去不会触发的预警规则“${id}”`, next: withValue(definition, place, undefined) };
};

const toHandler: Mender = (definition, at) => {
  if (!Array.isArray(valueAt(definition, at))) return null;
  return { title: '接收人改为办理人', next: withValue(definition, at, ['handler']) };
};

/** A role that does not exist is told of nothing; another place of one is not certain. */
const knownRecipient: Mender = (definition, at) => {
  const role = valueAt(definition, at);
  if (!/^\/ladder\/\d+\/to\/\d+$/.test(at) || typeof role !== 'string') return null;
  return { title: `删去接收人“${role}”`, next: withValue(definition, at, undefined) };
};

/** What mends warnings. */
export const ladderMends: Menders = {
  'clock-unwatched': watched,
  'lapse-unannounced': usual('W1', '补上承诺时限届满前的预警'),
  'step-unwatched': usual('Y1-step', '补上环节超期的预警'),
  'rung-never-fires': dropRung,
  'rung-without-recipient': toHandler,
  'unknown-role': knownRecipient,
};
