import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../i18n/said.ts';
import type { OrderFormProps } from '../steps/order-form.tsx';
import { ActNote } from './act-note.tsx';
import './texts.ts';

/** The permit was revoked, or somebody proposed it: why, by whom, and for a head who may, the decision itself. */
export function RevocationNote({ view, onEnd }: Pick<OrderFormProps, 'view' | 'onEnd'>) {
  const { t } = useTranslation();
  if (view.revocation === null) return null;
  const { state, on, by, ground, reasons, decisionNo } = view.revocation;
  const because = t('case.revocationGround', { ground: inLanguage(ground) });
  if (state === 'proposed') {
    const title = t('case.revocationProposed', { by, day: on });
    const description = reasons === null ? because : t('case.revocationReasons', { because, reasons });
    return <ActNote view={view} onEnd={onEnd} order="revokeGrant" title={title} description={description} />;
  }
  const decided = { day: on, no: decisionNo ?? '' };
  const titles = {
    declined: t('case.revocationDeclined', { day: on }),
    revoked: t('case.revoked', decided),
    revokedAbove: t('case.revokedAbove', decided),
  };
  return (
    <Alert
      showIcon
      role="note"
      type={state === 'declined' ? 'info' : 'error'}
      title={titles[state]}
      description={state === 'declined' ? null : because}
    />
  );
}
