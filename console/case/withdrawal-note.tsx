import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFormProps } from '../steps/order-form.tsx';
import { titleOf } from '../steps/order-title.ts';
import { TaskDialog } from './task-dialog.tsx';

/** The applicant asked online to withdraw: what was said, and for who may do it the act itself. */
export function WithdrawalNote({ view, onEnd }: Pick<OrderFormProps, 'view' | 'onEnd'>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (view.withdrawalAsked === null) return null;
  const { on, statement } = view.withdrawalAsked;
  const offer = view.allowed.find(({ order, refusedBecause }) => order === 'withdraw' && refusedBecause === undefined);
  return (
    <>
      <Alert
        showIcon
        role="note"
        type="warning"
        title={t('case.withdrawalAsked', { day: on })}
        description={statement}
        action={
          offer && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {titleOf(offer, null)}
            </Button>
          )
        }
      />
      {isOpen && offer && (
        <TaskDialog offer={offer} view={view} step={null} onEnd={onEnd} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
