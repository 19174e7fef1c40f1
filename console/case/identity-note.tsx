import { useTranslation } from 'react-i18next';
import type { OrderFormProps } from '../steps/order-form.tsx';
import { ActNote } from './act-note.tsx';
import './texts.ts';

/** Filed online and not verified yet: what that bars, and for who may do it the act itself. */
export function IdentityNote({ view, onEnd }: Pick<OrderFormProps, 'view' | 'onEnd'>) {
  const { t } = useTranslation();
  if (view.identity !== 'unverified' || view.status === 'closed') return null;
  const words = { title: t('case.identityOpen'), description: t('case.identityNow') };
  return <ActNote view={view} onEnd={onEnd} order="verifyIdentity" {...words} />;
}
