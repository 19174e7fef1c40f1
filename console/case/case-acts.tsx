import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrderForm } from '../steps/order-form.tsx';
import type { OrderFormProps } from '../steps/order-form.tsx';
import { formOffers } from '../steps/offers.ts';
import { titleOf } from '../steps/order-title.ts';
import { RefusedList } from '../steps/refused-list.tsx';
import './case.css';
import './texts.ts';

type Props = Pick<OrderFormProps, 'view' | 'onEnd'>;

/** Orders on the case as a whole: withdraw, extend, change the contact, acknowledge. What must wait stands folded under them. */
export function CaseActs({ view, onEnd }: Props) {
  const { t } = useTranslation();
  const offers = formOffers(view, null);
  const free = offers.filter(({ refusedBecause }) => refusedBecause === undefined);
  if (offers.length === 0) return null;
  return (
    <section aria-label={t('case.acts')} className="no-print">
      {free.length > 0 && (
        <Collapse
          size="small"
          items={free.map((offer) => ({
            key: offer.order,
            label: titleOf(offer, null),
            children: <OrderForm offer={offer} view={view} step={null} onEnd={onEnd} />,
          }))}
        />
      )}
      <RefusedList refused={offers.filter(({ refusedBecause }) => refusedBecause !== undefined)} step={null} />
    </section>
  );
}
