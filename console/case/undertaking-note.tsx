import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseData } from '../steps/case-data.ts';
import './texts.ts';

/** That the permit rests on the applicant's undertaking, what follows from that now, and by when. */
export function UndertakingNote({ view: { undertaking, decidedOn } }: { view: CaseData }) {
  const { t } = useTranslation();
  if (undertaking === null) return null;
  const { undertakingNo, undertakenOn, checkDueOn, checkedOn } = undertaking;
  const now =
    checkedOn !== null
      ? t('case.checkedAfter', { day: checkedOn })
      : checkDueOn !== null
        ? t('case.toCheckAfter', { day: checkDueOn })
        : t('case.decideAtOnce');
  return (
    <Alert
      showIcon
      role="note"
      type="info"
      title={t('case.undertaken', { no: undertakingNo, day: undertakenOn })}
      description={decidedOn !== null && checkDueOn === null ? null : now}
    />
  );
}
