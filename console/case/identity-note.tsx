import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFormProps } from '../steps/order-form.tsx';
import { titleOf } from '../steps/order-title.ts';
import { TaskDialog } from './task-dialog.tsx';

/** Filed online and not verified yet: what that bars, and for who may do it the act itself. */
export function IdentityNote({ view, onEnd }: Pick<OrderFormProps, 'view' | 'onEnd'>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (view.identity !== 'unverified' || view.status === 'closed') return null;
  const offer = view.allowed.find(
    ({ order, refusedBecause }) => order === 'verifyIdentity' && refusedBecause === undefined,
  );
  return (
    <>
      <Alert
        showIcon
        role="note"
        type="warning"
        title={t('case.identityOpen')}
        description={t('case.identityNow')}
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
