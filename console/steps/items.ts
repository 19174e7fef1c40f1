import i18next from 'i18next';
import type { CaseData } from './case-data.ts';
import type { TypedItem } from './order-schema.ts';
import './texts.ts';

/** A material or a field of the form that can be asked for, with its title. */
export interface Item {
  readonly kind: 'material' | 'field';
  readonly id: string;
  readonly title: string;
}

/** What a new notice begins with: the necessary materials that are not there, or what is still awaited, each with a ready phrase. */
export function toAsk({ materials, supplement }: CaseData): readonly TypedItem[] {
  if (supplement !== null) {
    const still = supplement.asked.filter(({ arrivedOn }) => arrivedOn === null);
    return still.map((item) => typed(item, item.defect, item.mend ?? undefined));
  }
  return materials
    .filter(({ need, received, shared }) => need === 'necessary' && !received && !shared)
    .map(({ id, title }) => typed({ kind: 'material', id, title }, 'missing'));
}

/** One thing as it is asked for; where no words are given, the ready ones. */
export function typed({ kind, id, title }: Item, defect: TypedItem['defect'], mend?: string): TypedItem {
  const ready = i18next.t(defect === 'missing' ? 'order.mendMissing' : 'order.mendWrong', { what: title });
  return { kind, id, defect, mend: mend ?? ready };
}
