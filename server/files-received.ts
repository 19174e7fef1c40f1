import type { Db } from '../db/client.ts';
import { filesOf } from '../db/files/case-files.ts';
import type { CaseFile } from '../db/files/case-files.ts';
import type { Order } from '../domain/case/acts/index.ts';
import type { TakenFile } from '../domain/case/files-taken.ts';
import { serviceSignature } from '../domain/files/signature-place.ts';

/** The materials, or the place of a signature, whose files an order takes in. */
function takenIn(order: Order): readonly string[] {
  switch (order.type) {
    case 'checkIn':
    case 'receiveMaterials':
    case 'askSupplement':
      return order.received ?? [];
    case 'receiveSupplement':
      return order.arrived.filter(({ kind }) => kind === 'material').map(({ id }) => id);
    case 'deliver':
      return order.mode === 'collected' ? [serviceSignature.id] : [];
    default:
      return [];
  }
}

/** The order, and with what it takes in the files of the case that count for it now, which nobody types: so facts and store can be compared. */
export async function tellFiles(db: Db, caseId: string, order: Order): Promise<Order> {
  const materials = takenIn(order);
  if (materials.length === 0) return order;
  const files = (await filesOf(db, caseId)).filter(({ materialId }) => materials.includes(materialId)).flatMap(asTaken);
  return files.length === 0 ? order : ({ ...order, files } as Order);
}

function asTaken({ state, sha256, materialId, origin }: CaseFile): readonly TakenFile[] {
  if (state !== 'kept' || sha256 === null) return [];
  return [{ id: materialId, sha256, ...(origin !== null && { from: origin }) }];
}
