import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { said } from '../i18n/said.ts';
import { OrderForm } from '../steps/order-form.tsx';
import type { Offer } from '../steps/offers.ts';
import type { PanelProps } from '../steps/panel.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';

interface Props extends PanelProps {
  readonly offer: Offer;
  readonly onClose: () => void;
}

/** 退回待认领, 转办, 改派: the form of the order, in a dialog over the step. */
export function TaskDialog({ offer, view, step, onEnd, onClose }: Props) {
  const { t } = useTranslation();
  useFocusBack();
  const title = said('order', offer.order, offer.title);
  return (
    <Modal
      open
      footer={null}
      title={t('case.taskDialog', { title, step: step.title })}
      closable={{ 'aria-label': t('frame.close') }}
      onCancel={onClose}
    >
      <OrderForm
        offer={offer}
        view={view}
        step={step}
        onEnd={(end) => {
          onClose();
          onEnd(end);
        }}
      />
    </Modal>
  );
}
