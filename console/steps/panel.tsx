import { Tabs, Tooltip } from 'antd';
import { LockOutlined } from '@ant-design/icons';
import { formOffers } from './offers.ts';
import { OrderForm } from './order-form.tsx';
import type { OrderFormProps } from './order-form.tsx';
import type { CaseData, StepData } from './case-data.ts';
import { said } from '../i18n/said.ts';

export interface PanelProps {
  readonly view: CaseData;
  readonly step: StepData;
  readonly onEnd: OrderFormProps['onEnd'];
}

/** The orders of a step side by side, free ones first, as the domain lists them; `first` names another one a person most often wants. */
export function OrderTabs({ view, step, onEnd, first }: PanelProps & { first?: string }) {
  const ranked = [...formOffers(view, step.id)].sort((a, b) => rank(a) - rank(b));
  const active = ranked.find(({ order, refusedBecause }) => order === first && !refusedBecause) ?? ranked[0];
  if (active === undefined) return null;
  return (
    <Tabs
      key={`${step.id} ${step.phase ?? ''}`}
      defaultActiveKey={active.order}
      items={ranked.map((offer) => ({
        key: offer.order,
        label: offer.refusedBecause ? (
          <Tooltip title={offer.refusedBecause.detail}>
            <span>
              <LockOutlined aria-hidden /> {said('order', offer.order, offer.title)}
            </span>
          </Tooltip>
        ) : (
          said('order', offer.order, offer.title)
        ),
        children: <OrderForm offer={offer} view={view} step={step} onEnd={onEnd} />,
      }))}
    />
  );
}

const rank = ({ refusedBecause, order }: CaseData['allowed'][number]) =>
  (refusedBecause === undefined ? 0 : 2) + (order === 'remind' ? 1 : 0);
