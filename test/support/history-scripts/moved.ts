import { addDays, civilDateOf } from '../../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../../domain/clock/civil-date.ts';
import { turned } from '../clock-of.ts';
import { accepted, changeContact, digestOf, official, writeOf } from '../driven-case.ts';
import { keepCalendar } from '../played-case.ts';
import { fastForward } from '../time-skipping.ts';
import type { Script } from './script.ts';

const dayMs = 86_400_000;

const turnedFrom = (first: CivilDate, days: number, revision: number) =>
  turned(new Set(Array.from({ length: days }, (_, i) => addDays(first, i))), revision);

/** Two revisions of the calendar: one by the order of the system, while warnings are out, one with an order of a person. */
export const moved: Script = async (product, it) => {
  const first = addDays(civilDateOf(product.now()), 10);
  const [second, third] = [turnedFrom(first, 20, 2), turnedFrom(first, 40, 3)];
  await keepCalendar(product.admin, second);
  await keepCalendar(product.admin, third);
  const { caseId } = it;
  await accepted(it);
  await fastForward(product, caseId, 20 * dayMs);
  const bySystem = product.openGateway({ calendar: second });
  await bySystem.adopt(caseId);
  await fastForward(product, caseId, 20 * dayMs);
  const clerk = writeOf(official('windowClerk'), product);
  await product.openGateway({ calendar: third }).give({ ...clerk, caseId, order: changeContact('c') });
  await bySystem.adopt(caseId);
  await it.must('windowClerk', { type: 'withdraw', statement: digestOf('statement') });
};
