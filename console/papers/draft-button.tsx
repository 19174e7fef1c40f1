import { Button } from 'antd';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderBody } from '../../contract/orders.ts';
import { drafting } from '../../domain/documents/drafting.ts';
import { call } from '../api.ts';
import '../steps/texts.ts';

const PaperDialog = lazy(() => import('./paper-dialog.tsx').then((file) => ({ default: file.PaperDialog })));

interface DraftButtonProps {
  readonly caseId: string;
  readonly order: string;
  /** The order as it is typed; null: the form still has mistakes, and shows them. */
  readonly body: () => Promise<OrderBody | null>;
  readonly onError: (error: unknown) => void;
}

/** Shows the document that an act would make before it is done; nothing where it makes none. */
export function DraftButton({ caseId, order, body, onError }: DraftButtonProps) {
  const { t } = useTranslation();
  const [address, setAddress] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (!drafting.some((one) => one === order)) return null;
  const show = async () => {
    onError(null);
    setBusy(true);
    try {
      const typed = await body();
      if (typed !== null) setAddress(await call('draftDocument', { params: { caseId }, body: typed }));
    } catch (caught) {
      onError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button loading={busy} onClick={() => void show()}>
        {t('order.draft')}
      </Button>
      {address !== null && (
        <Suspense fallback={null}>
          <PaperDialog title={t('order.draftTitle')} address={address} onClose={() => setAddress(null)} />
        </Suspense>
      )}
    </>
  );
}
