import type { TFunction } from 'i18next';
import type { OkOf } from '../../contract/routes.ts';

/** An import as the API tells it. */
export type Import = OkOf<'oneImport'>;

/** How many rows are still to be taken. */
export function toTake({ new: added, changed, taken }: Import): number {
  return added + changed - taken;
}

/** How far an import is, in words. */
export function importState(t: TFunction, found: Import): string {
  const left = toTake(found);
  if (left > 0) return t(found.taken > 0 ? 'catalogue.goOn' : 'catalogue.run', { count: left });
  return found.taken === 0 ? t('catalogue.nothingToTake') : t('catalogue.ran', { count: found.taken });
}
