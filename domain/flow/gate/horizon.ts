import { upToHorizon } from '../../clock/calendar.ts';
import { isClockError } from '../../clock/clock.ts';
import { reckon } from '../../clock/reckon.ts';
import { unitWords, readLimit } from '../../words/limit.ts';
import type { Finding } from './finding.ts';
import { error } from './finding.ts';
import { isCountable, limitSets, locatedLimits } from './located-limits.ts';
import type { Subject } from './subject.ts';

/** Limits that end past the horizon of the calendar: what is filed, started or extended under them would be refused. */
export function checkHorizon(subject: Subject): Finding[] {
  const limits = locatedLimits(subject).map(({ at, name, rule }) => ({ at, name, rule, extension: 0 }));
  const extended = limitSets(subject.definition).flatMap(({ at, of, own, whole }) =>
    own.extension === undefined || own.extension === null
      ? []
      : [
          {
            at: `${at}/extension/max`,
            name: `${of}法定时限加延长`,
            rule: whole.statutory,
            extension: own.extension.max,
          },
        ],
  );
  const { calendar, today } = subject.tools;
  const table = upToHorizon(calendar);
  return [...limits, ...extended].flatMap(({ at, name, rule, extension }) => {
    if (!isCountable(rule) || !Object.hasOwn(unitWords, rule.unit) || !Number.isSafeInteger(extension)) return [];
    const due = reckon({ startedOn: today, limit: rule, extension, stops: [] }, table);
    if (!isClockError(due)) return [];
    const total = readLimit({ ...rule, count: rule.count + extension });
    const message = `${name} ${total}超出工作日历的范围（到 ${table.snapshot.endsOn}），这样的办件不能申报、启动或者延长`;
    return [error({ at, code: 'limit-beyond-calendar', message, fix: '改短时限' })];
  });
}
