import { addDays, civilDateOf } from '../../../domain/clock/civil-date.ts';
import { turned } from '../clock-of.ts';
import { accepted, changeContact, digestOf, official, writeOf } from '../driven-case.ts';
import { keepCalendar } from '../played-case.ts';
import { fastForward } from '../time-skipping.ts';
import type { Script } from './script.ts';

const dayMs = 86_400_000;

/** Two revisions of the calendar: one by the order of the system, while warnings are out, one with an order of a person. */
export const moved: Script = async (product, it) => {
  const today = civilDateOf(product.now());
  const [second, third] = [20, 40].map((count, i) =>
    turned(new Set(Array.from({ length: count }, (_, day) => addDays(today, day + 10))), i + 2),
  );
  if (second === undefined || third === undefined) return;
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
