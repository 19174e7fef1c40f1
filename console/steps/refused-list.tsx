import { useTranslation } from 'react-i18next';
import { About } from '../ui/problem-alert.tsx';
import type { Offer } from './offers.ts';
import type { StepData } from './case-data.ts';
import { titleOf } from './order-title.ts';
import { whoseText } from './whose.ts';
import { joined, labelled } from '../i18n/said.ts';
import './texts.ts';
import '../case/texts.ts';

/** What cannot be done now but may be later, folded: each with its reason, and who else can do it. */
export function RefusedList({ refused, step }: { refused: readonly Offer[]; step: StepData | null }) {
  const { t } = useTranslation();
  if (refused.length === 0) return null;
  return (
    <details className="why no-print">
      <summary>{t('case.refusedActs', { count: refused.length })}</summary>
      <ul style={{ margin: '4px 0' }}>
        {refused.map((offer) => (
          <li key={offer.order}>
            {labelled(titleOf(offer, step), offer.refusedBecause?.detail ?? '')}
            <About named={offer.refusedBecause?.named ?? []} />
            {offer.waitsFor.length > 0 && t('order.waitsFor', { who: joined(offer.waitsFor.map(whoseText)) })}
          </li>
        ))}
      </ul>
    </details>
  );
}
