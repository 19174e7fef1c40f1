import type { TFunction } from 'i18next';
import type { OkOf } from '../../contract/routes.ts';

type Handled = Pick<OkOf<'worklist'>['items'][number], 'handler'>;

/** Who handles a step by name, or that anybody of its post may claim it. */
export function handlerText(t: TFunction, { handler }: Handled): string {
  return handler === null ? t('case.toClaim') : handler.name;
}
