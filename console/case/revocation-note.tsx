import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { inLanguage, joined } from '../i18n/said.ts';
import type { OrderFormProps } from '../steps/order-form.tsx';
import { whoseText } from '../steps/whose.ts';
import { ActNote } from './act-note.tsx';
import '../steps/texts.ts';
import './texts.ts';

type Props = Pick<OrderFormProps, 'view' | 'onEnd'>;

/** The permit was revoked, or somebody proposed it: why, by whom, and for who may, the decision itself or its service. */
export function RevocationNote({ view, onEnd }: Props) {
  const { t } = useTranslation();
  if (view.revocation === null) return null;
  const { state, on, by, ground, reasons, decisionNo, servedOn } = view.revocation;
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
  if (state === 'revoked' && servedOn === null) {
    const description = <ToServe view={view} because={because} />;
    return (
      <ActNote view={view} onEnd={onEnd} order="serveRevocation" title={titles.revoked} description={description} />
    );
  }
  const done = servedOn === null ? because : t('case.revocationServed', { because, day: servedOn });
  return (
    <Alert
      showIcon
      role="note"
      type={state === 'declined' ? 'info' : 'error'}
      title={titles[state]}
      description={state === 'declined' ? null : done}
    />
  );
}

/** That the decision has not reached its holder, and for who cannot serve it, who can. */
function ToServe({ view, because }: Pick<Props, 'view'> & { readonly because: string }) {
  const { t } = useTranslation();
  const { waitsFor = [] } = view.allowed.find(({ order }) => order === 'serveRevocation') ?? {};
  return (
    <>
      <div>{because}</div>
      {t('case.revocationToServe')}
      {waitsFor.length > 0 && t('order.waitsFor', { who: joined(waitsFor.map(whoseText)) })}
    </>
  );
}
