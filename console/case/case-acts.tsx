import { Collapse } from 'antd';
import { LockOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { OrderForm } from '../steps/order-form.tsx';
import type { OrderFormProps } from '../steps/order-form.tsx';
import { said } from '../i18n/said.ts';

/** Orders on the case as a whole: withdraw, extend, change the contact, acknowledge. Refused ones stay and say why. */
export function CaseActs({ view, onEnd }: Pick<OrderFormProps, 'view' | 'onEnd'>) {
  const { t } = useTranslation();
  const offers = view.allowed
    .filter(({ stepId }) => stepId === null)
    .sort((a, b) => Number(a.refusedBecause !== undefined) - Number(b.refusedBecause !== undefined));
  if (offers.length === 0) return null;
  return (
    <section aria-label={t('case.acts')}>
      <Collapse
        size="small"
        items={offers.map((offer) => ({
          key: offer.order,
          label: (
            <span title={offer.refusedBecause?.detail}>
              {offer.refusedBecause && <LockOutlined aria-hidden />} {said('order', offer.order, offer.title)}
              {offer.refusedBecause && `（${offer.refusedBecause.title}）`}
            </span>
          ),
          children: <OrderForm offer={offer} view={view} step={null} onEnd={onEnd} />,
        }))}
      />
    </section>
  );
}
