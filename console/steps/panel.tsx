import { Tabs } from 'antd';
import { firstNeeded, formOffers } from './offers.ts';
import { OrderForm } from './order-form.tsx';
import type { OrderFormProps } from './order-form.tsx';
import type { CaseData, StepData } from './case-data.ts';
import { tabTitleOf } from './order-title.ts';
import { RefusedList } from './refused-list.tsx';

export interface PanelProps {
  readonly view: CaseData;
  readonly step: StepData;
  readonly onEnd: OrderFormProps['onEnd'];
}

/** The orders of a step side by side as the domain lists them; `first` names another one a person most often wants. Under them what must wait. */
export function OrderTabs({ view, step, onEnd, first }: PanelProps & { first?: string }) {
  const offers = formOffers(view, step.id);
  const free = offers.filter(({ refusedBecause }) => refusedBecause === undefined).sort((a, b) => rank(a) - rank(b));
  const active = free.find(({ order }) => order === (first ?? firstNeeded(offers))) ?? free[0];
  return (
    <>
      {active !== undefined && (
        <Tabs
          // Another act comes next: it is chosen anew.
          key={`${step.id} ${step.phase ?? ''} ${first ?? ''}`}
          defaultActiveKey={active.order}
          items={free.map((offer) => ({
            key: offer.order,
            label: tabTitleOf(offer, step),
            children: <OrderForm offer={offer} view={view} step={step} onEnd={onEnd} />,
          }))}
        />
      )}
      <RefusedList refused={offers.filter(({ refusedBecause }) => refusedBecause !== undefined)} step={step} />
    </>
  );
}

/** What is awaited of the applicant comes first, reminders last. */
const rank = ({ order }: CaseData['allowed'][number]) =>
  order === 'receiveSupplement' ? -1 : order === 'remind' ? 1 : 0;
