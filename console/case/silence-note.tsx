import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseData } from '../steps/case-data.ts';
import './texts.ts';

/** Kinds of steps in which the window still takes in and writes what silence has accepted. */
const atWindow = ['intake', 'acceptance'];

/** Nobody answered the application in time: what that means, and who does what now. */
export function SilenceNote({ view }: { view: CaseData }) {
  const { t } = useTranslation();
  if (view.silence === null) return null;
  const told = { on: view.receivedOn, dueOn: view.silence.dueOn };
  if (view.silence.state === 'reached') {
    return (
      <Alert
        showIcon
        role="alert"
        type="error"
        title={t('case.silenceReached', told)}
        description={t('case.silenceReachedNow', told)}
      />
    );
  }
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
