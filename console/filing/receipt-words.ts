import type { TFunction } from 'i18next';
import type { CaseData } from '../steps/case-data.ts';
import { bracketed, joined } from '../i18n/said.ts';

type Material = CaseData['materials'][number];

/** What is not there, by name: necessary materials, and what may come later or be replaced by the applicant's word. */
export function stillMissing(materials: readonly Material[], t: TFunction): readonly string[] {
  return materials

    .filter(({ received, need, replaceable, shared }) => !received && !shared && (need !== 'optional' || replaceable))
    .map(({ title, need, replaceable }) => {
      const notes = [
        ...(need === 'deferrable' ? [t('clerk.mayFollow')] : []),
        ...(replaceable ? [t('clerk.mayReplace')] : []),
      ];
      return notes.length === 0 ? title : `${title}${bracketed(joined(notes, '，'))}`;
    });
}

/** By when the applicant is told, by law and as promised, while an answer is due; null afterwards. */
export function toldBy({ clocks, acceptedOn, status, countsFrom }: CaseData, t: TFunction): string | null {
  const dueOf = (kind: string) =>
    clocks.filter((one) => one.kind === kind && one.endedOn === null).at(-1)?.dueOn ?? null;
  const [legal, promised] = [dueOf('notice'), dueOf('promisedNotice')];
  if (legal === null || acceptedOn !== null || status === 'closed') return null;
  const promise = promised === null ? '' : t('clerk.toldPromised', { day: promised });
  const late = countsFrom === null ? '' : t('clerk.toldCounts', { day: countsFrom });
  return `${late}${promise}${t('clerk.toldLegal', { day: legal })}`;
}
