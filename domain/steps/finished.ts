import type { CivilDate } from '../clock/civil-date.ts';
import type { WordBook } from '../words/book.ts';
import { sayDay } from '../words/day.ts';
import type { Said } from '../words/said.ts';
import { en, sentence, zh } from '../words/sentence.ts';

/** What an official reports of a finished step: the day it was held where that is recorded, the outcome, and what else was found. */
export function finished(
  book: WordBook,
  { stepId, outcome }: { readonly stepId: string; readonly outcome: string },
  o: { readonly on?: CivilDate; readonly said: readonly (Said | null)[] },
): Said {
  const [step, title] = [book.step(stepId), book.outcome(stepId, outcome)];
  const day = o.on === undefined ? null : sayDay(o.on);
  return sentence(
    {
      zh: zh`完成${step}${day === null ? '' : zh`，日期为${day}`}`,
      en: en`Finished ${step}${day === null ? '' : en`, held on ${day}`}`,
    },
    title && { zh: zh`结论：${title}`, en: en`outcome: ${title}` },
    ...o.said,
  );
}
