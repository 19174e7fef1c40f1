import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { PrintButton } from '../papers/print-button.tsx';
import type { CaseData } from '../steps/case-data.ts';
import './texts.ts';
import { titleOf } from '../steps/order-title.ts';
import { whoseText } from '../steps/whose.ts';
import { labelled, bracketed, joined } from '../i18n/said.ts';

/** What was asked of the applicant, what of it came, and by when: also on paper, as the list that is handed out. */
export function SupplementNote({ view }: { view: CaseData }) {
  const { t } = useTranslation();
  const { caseId, supplement, acceptedOn, status, masked, today } = view;
  if (supplement === null || acceptedOn !== null || status === 'closed') return null;
  const { state, documentNo, servedOn, declaredOn, dueOn, asked } = supplement;
  const isLapsed = state === 'waiting' && dueOn !== null && dueOn < today;
  const missing = asked.filter(({ arrivedOn }) => arrivedOn === null).length;
  const title = isLapsed
    ? t('case.supplementLapsed', { no: documentNo, day: dueOn, count: missing })
    : state === 'waiting'
      ? t('case.supplementWaiting', { no: documentNo, day: servedOn })
      : t('case.supplementDeclared', { day: declaredOn ?? '' });
  return (
    <Alert
      showIcon
      role="note"
      type={state === 'waiting' && !isLapsed ? 'info' : 'warning'}
      title={title}
      action={!masked && <PrintButton caseId={caseId} kind="supplementNotice" words={t('clerk.noticePrint')} />}
      description={
        <>
          {isLapsed && <Lapsed view={view} />}
          {state === 'waiting' && !isLapsed && (
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

/** What is to be done once the time of the applicant is over, and where that is somebody else's, by whom. */
function Lapsed({ view: { allowed } }: { view: CaseData }) {
  const { t } = useTranslation();
  const offer = allowed.find(({ order }) => order === 'lapseSupplement');
  if (offer === undefined) return null;
  return (
    <div>
      {t('case.supplementLapsedNow', { act: titleOf(offer, null) })}
      {offer.waitsFor.length > 0 && t('order.waitsFor', { who: joined(offer.waitsFor.map(whoseText)) })}
    </div>
  );
}

const saidItem = (item: string, mend: string | null) => (mend === null ? item : labelled(item, mend));
