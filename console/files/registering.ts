import type { OrderBody } from '../../contract/orders.ts';
import type { CaseData } from '../steps/case-data.ts';
import { awaitedWithFile, withFile } from '../steps/with-file.ts';

/** The order that takes them in now: of a supplement, or what was let in to come later. At intake the form of the step does, with them ticked. */
export function registering(view: CaseData): OrderBody | null {
  const free = (order: string) => view.allowed.find((one) => one.order === order && one.refusedBecause === undefined);
  const [received, arrived] = [withFile(view), awaitedWithFile(view)];
  const stepId = free('receiveSupplement')?.stepId ?? null;
  if (stepId !== null && arrived.length > 0) {
    return { type: 'receiveSupplement', stepId, arrived: [...arrived], arrivedOn: view.today };
  }
  return free('receiveMaterials') && received.length > 0 ? { type: 'receiveMaterials', received: [...received] } : null;
}
