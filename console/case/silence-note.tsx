import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { joined } from '../i18n/said.ts';
import type { CaseData } from '../steps/case-data.ts';
import type { OrderFormProps } from '../steps/order-form.tsx';
import { whoseText } from '../steps/whose.ts';
import '../steps/texts.ts';
import { ActNote } from './act-note.tsx';
import './texts.ts';

/** Kinds of steps in which the window still takes in and writes what silence has accepted. */
const atWindow = ['intake', 'acceptance'];

/** Nobody answered the application in time, and it is accepted by that: what it means, and who does what now. */
export function SilenceNote({ view }: { view: CaseData }) {
  const { t } = useTranslation();
  if (view.silence?.state !== 'accepted') return null;
  const told = { on: view.receivedOn, dueOn: view.silence.dueOn };
  const isToWrite = view.steps.some(({ kind, state }) => state === 'open' && atWindow.includes(kind));
  return (
    <Alert
      showIcon
      role="note"
      type={isToWrite ? 'error' : 'info'}
      title={t('case.silenceAccepted', told)}
      description={`${t('case.silenceCounts', told)}${isToWrite ? t('case.silenceNow') : ''}`}
    />
  );
}

/** The time to answer is over and nobody answered: for who may, the act that says so, and for others who that is. */
export function SilenceToConfirm({ view, onEnd }: Pick<OrderFormProps, 'view' | 'onEnd'>) {
  const { t } = useTranslation();
  if (view.silence?.state !== 'reached') return null;
  const told = { on: view.receivedOn, dueOn: view.silence.dueOn };
  const { waitsFor = [] } = view.allowed.find(({ order }) => order === 'confirmSilence') ?? {};
  return (
    <ActNote
      isGrave
      view={view}
      onEnd={onEnd}
      order="confirmSilence"
      title={t('case.silenceReached', told)}
      description={
        <>
          {t('case.silenceReachedNow', told)}
          {waitsFor.length > 0 && t('order.waitsFor', { who: joined(waitsFor.map(whoseText)) })}
        </>
      }
    />
  );
}
