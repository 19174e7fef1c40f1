import { useTranslation } from 'react-i18next';
import type { OrderFormProps } from '../steps/order-form.tsx';
import { ActNote } from './act-note.tsx';
import './texts.ts';

/** The applicant asked online to withdraw: what was said, and for who may do it the act itself. */
export function WithdrawalNote({ view, onEnd }: Pick<OrderFormProps, 'view' | 'onEnd'>) {
  const { t } = useTranslation();
  if (view.withdrawalAsked === null) return null;
  const { on, statement } = view.withdrawalAsked;
  const words = { title: t('case.withdrawalAsked', { day: on }), description: statement };
  return <ActNote view={view} onEnd={onEnd} order="withdraw" {...words} />;
}
