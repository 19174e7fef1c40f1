import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { PrintButton } from '../papers/print-button.tsx';
import type { CaseData } from '../steps/case-data.ts';
import './texts.ts';
import { labelled, bracketed } from '../i18n/said.ts';

/** What was asked of the applicant, what of it came, and by when: also on paper, as the list that is handed out. */
export function SupplementNote({ view: { caseId, supplement, acceptedOn, status, masked } }: { view: CaseData }) {
  const { t } = useTranslation();
  if (supplement === null || acceptedOn !== null || status === 'closed') return null;
  const { state, documentNo, servedOn, declaredOn, dueOn, asked } = supplement;
  const title =
    state === 'waiting'
      ? t('case.supplementWaiting', { no: documentNo, day: servedOn })
      : t('case.supplementDeclared', { day: declaredOn ?? '' });
  return (
    <Alert
      showIcon
      role="note"
      type={state === 'waiting' ? 'info' : 'warning'}
      title={title}
      action={!masked && <PrintButton caseId={caseId} kind="supplementNotice" words={t('clerk.noticePrint')} />}
      description={
        <>
          {state === 'waiting' && (
            <div>{dueOn === null ? t('case.supplementNoLimit') : t('case.supplementDue', { day: dueOn })}</div>
          )}
          <ol style={{ margin: 0, paddingInlineStart: 22 }}>
            {asked.map(({ kind, id, title: name, defect, mend, arrivedOn }) => (
              <li key={`${kind} ${id}`}>
                {saidItem(`${t(defect === 'missing' ? 'case.itemMissing' : 'case.itemWrong')} ${name}`, mend)}
                {bracketed(arrivedOn === null ? t('case.itemAwaited') : t('case.itemArrived', { day: arrivedOn }))}
              </li>
            ))}
          </ol>
        </>
      }
    />
  );
}

const saidItem = (item: string, mend: string | null) => (mend === null ? item : labelled(item, mend));
