import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../i18n/said.ts';
import { ProblemError } from '../problem-error.ts';
import { forgetCases } from '../queries.ts';
import type { Offer } from '../steps/offers.ts';
import type { PanelProps } from '../steps/panel.tsx';
import { claim } from './claim.ts';

/** 认领 in one click. Whoever comes second is told who was first. */
export function ClaimButton({ offer, view, onEnd }: { offer: Offer } & Pick<PanelProps, 'view' | 'onEnd'>) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const error: unknown = await claim({ caseId: view.caseId, stepId: offer.stepId ?? '' }).catch(
      (caught: unknown) => caught,
    );
    await forgetCases();
    setBusy(false);
    if (error === undefined) onEnd({ offer, refused: null });
    else if (error instanceof ProblemError) onEnd({ offer, refused: error });
    else void message.error(t('frame.networkTitle'));
  };
  return (
    <Button type="primary" loading={busy} onClick={() => void run()}>
      {said('order', offer.order, offer.title)}
    </Button>
  );
}
