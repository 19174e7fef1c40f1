import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrderForm } from '../steps/order-form.tsx';
import type { OrderFormProps } from '../steps/order-form.tsx';
import { titleOf } from '../steps/order-title.ts';
import { taskActs } from '../steps/offers.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import './texts.ts';

interface Props extends OrderFormProps {
  readonly onClose: () => void;
}

const moves: readonly string[] = taskActs;

/** 退回待认领, 转办, 改派, 批准, 不予批准: the form of the order, in a dialog over the page. */
export function TaskDialog({ offer, view, step, onEnd, onClose }: Props) {
  const { t } = useTranslation();
  useFocusBack();
  const title = titleOf(offer, step);
  return (
    <Modal
      open
      footer={null}
      title={moves.includes(offer.order) ? t('case.taskDialog', { title, step: step?.title ?? '' }) : title}
      closable={{ 'aria-label': t('frame.close') }}
      // The second of two quick presses meets the mask: it must not undo the first.
      mask={{ closable: false }}
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
