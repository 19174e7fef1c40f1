import { Button, Card, Collapse, Flex, Typography } from 'antd';
import { LockOutlined } from '@ant-design/icons';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OrderForm } from '../steps/order-form.tsx';
import type { OrderFormProps } from '../steps/order-form.tsx';
import { formOffers } from '../steps/offers.ts';
import type { Offer } from '../steps/offers.ts';
import { said } from '../i18n/said.ts';
import './case.css';

type Props = Pick<OrderFormProps, 'view' | 'onEnd'>;

/** Orders on the case as a whole: withdraw, extend, change the contact, acknowledge. Refused ones stay and say why. */
export function CaseActs({ view, onEnd }: Props) {
  const { t } = useTranslation();
  const offers = formOffers(view, null);
  const free = offers.filter(({ refusedBecause }) => refusedBecause === undefined);
  const refused = offers.filter(({ refusedBecause }) => refusedBecause !== undefined);
  if (offers.length === 0) return null;
  return (
    <section aria-label={t('case.acts')}>
      <Flex vertical gap={12}>
        {free.length > 0 && (
          <Collapse
            size="small"
            items={free.map((offer) => ({
              key: offer.order,
              label: said('order', offer.order, offer.title),
              children: <OrderForm offer={offer} view={view} step={null} onEnd={onEnd} />,
            }))}
          />
        )}
        {refused.length > 0 && <RefusedActs refused={refused} view={view} onEnd={onEnd} />}
      </Flex>
    </section>
  );
}

/** What is not possible now, in a line or two under what is: a name and its reason each, which open the whole refusal. */
function RefusedActs({ refused, view, onEnd }: Props & { refused: readonly Offer[] }) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState<string | null>(null);
  const opened = refused.find(({ order }) => order === open);
  return (
    <Card size="small" className="refused-acts">
      <Typography.Text type="secondary">{t('case.refusedActs', { count: refused.length })}</Typography.Text>
      <Flex wrap gap="0 4px" style={{ marginInline: -7 }}>
        {refused.map(({ order, title, refusedBecause }) => (
          <Button
            key={order}
            type="text"
            size="small"
            icon={<LockOutlined aria-hidden />}
            title={refusedBecause?.detail}
            aria-expanded={order === opened?.order}
            aria-controls={order === opened?.order ? id : undefined}
            onClick={() => setOpen(order === open ? null : order)}
          >
            {`${said('order', order, title)}（${refusedBecause?.title ?? ''}）`}
          </Button>
        ))}
      </Flex>
      <div id={id}>
        {opened && <OrderForm key={opened.order} offer={opened} view={view} step={null} onEnd={onEnd} />}
      </div>
    </Card>
  );
}
