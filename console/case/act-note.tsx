import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { OrderFormProps } from '../steps/order-form.tsx';
import { titleOf } from '../steps/order-title.ts';
import { TaskDialog } from './task-dialog.tsx';

interface Props extends Pick<OrderFormProps, 'view' | 'onEnd'> {
  readonly order: OrderFormProps['offer']['order'];
  readonly title: ReactNode;
  readonly description: ReactNode;
  /** Of what the law has already answered. */
  readonly isGrave?: true;
}

/** What a case waits for, and for who may do it the act itself. */
export function ActNote({ view, onEnd, order, title, description, isGrave }: Props) {
  const [isOpen, setOpen] = useState(false);
  const offer = view.allowed.find((one) => one.order === order && one.refusedBecause === undefined);
  return (
    <>
      <Alert
        showIcon
        role={isGrave ? 'alert' : 'note'}
        type={isGrave ? 'error' : 'warning'}
        title={title}
        description={description}
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
