import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { ConfirmDialog } from '../people/confirm-dialog.tsx';

/** 补发查询码: asks first, because the code before ends. `onIssued` gets the new one, which is shown this one time. */
export function IssueCode({ caseId, onIssued }: { caseId: string; onIssued: (queryCode: string) => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('clerk.issueCode')}</Button>
      {asking && <Question caseId={caseId} onIssued={onIssued} onClose={() => setAsking(false)} />}
    </>
  );
}

interface QuestionProps {
  readonly caseId: string;
  readonly onIssued: (queryCode: string) => void;
  readonly onClose: () => void;
}

function Question({ caseId, onIssued, onClose }: QuestionProps) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const issue = async () => {
    setBusy(true);
    setError(null);
    try {
      onIssued((await call('issueCode', { params: { caseId } })).queryCode);
      onClose();
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      title={t('clerk.issueCode')}
      act={t('clerk.issueCode')}
      writing={{ busy, error }}
      onAct={() => void issue()}
      onClose={onClose}
    >
      <ul style={{ paddingInlineStart: 20 }}>
        <li>{t('clerk.issueWhom')}</li>
        <li>{t('clerk.issueEnds')}</li>
        <li>{t('clerk.issueAudited')}</li>
      </ul>
    </ConfirmDialog>
  );
}
