import type { CivilDate } from '../clock/civil-date.ts';
import { beginToCount } from './accepted.ts';
import { record } from './draft.ts';
import type { Draft } from './draft.ts';
import { sharesOf } from './shares.ts';
import type { Shares } from './passed.ts';
import { raiseToday } from './rungs.ts';
import type { ClockState } from './state.ts';
import { arrivedOn } from './supplement.ts';

/** From these rules on silence past the notice limit of the law accepts. */
const silenceAccepts = 5;

/** Recorded so soon after its instant, nothing that was done in time can still be on its way (design 9.4); ms. */
const certainWithin = 60 * 60_000;

/**
 * The notice limit of the law has lapsed on a case that nobody answered: it is accepted by that; recorded later than within an hour
 * the window's lead confirms it first, for a notice may have been given on paper. A lapse of the promised limit, or one that was recorded
 * under older rules, attaches nothing.
 */
export function fallSilent(draft: Draft, { id, kind }: ClockState, dueOn: CivilDate): void {
  const { rules, acceptedOn, silence } = draft.state;
  if (kind !== 'notice' || rules < silenceAccepts || acceptedOn !== null) return;
  if (silence !== undefined && silence.state !== 'defeated') return;
  // With its end the clock falls silent: what it has to tell on this day comes first.
  raiseToday(draft, id);
  const { recordedAt, at } = draft.stamp;
  if (recordedAt - at <= certainWithin) acceptBySilence(draft, dueOn);
  else record(draft, { type: 'SilenceReached', ...arrival(draft), dueOn, ...blamed(draft, dueOn) });
}

/** The day of arrival: of the application, or of what was asked for besides. */
function arrival({ state }: Draft): { readonly on: CivilDate; readonly supplied?: true } {
  return { on: arrivedOn(state), ...(state.supplement !== undefined && { supplied: true as const }) };
}

/** Whose days the time to answer was that passed in silence. */
function blamed(draft: Draft, dueOn: CivilDate): { readonly shares?: Shares } {
  const clock = draft.state.clocks.findLast(({ kind }) => kind === 'notice');
  const shares = clock === undefined ? null : sharesOf(draft, clock, dueOn);
  return shares === null ? {} : { shares };
}

/** Acceptance on the day of arrival, from which the clocks of the law and of the promise count. */
export function acceptBySilence(draft: Draft, dueOn: CivilDate): void {
  const from = arrival(draft);
  record(draft, { type: 'AcceptanceDeemed', ...from, dueOn, ...blamed(draft, dueOn) });
  beginToCount(draft, { on: from.on, behind: 'all' });
}
