import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseData } from '../steps/case-data.ts';
import { deferralText, limitText } from '../ui/words.ts';
import './texts.ts';
import { bracketed } from '../i18n/said.ts';

/** What was let in to come later, by what undertaking, until when, and what of it is there. */
export function DeferralNote({ view }: { view: CaseData }) {
  const { t } = useTranslation();
  const { deferral, deferralTerms, decidedOn, status, today, clocks } = view;
  if (deferral === null || decidedOn !== null || status === 'closed') return null;
  const { documentNo, undertakenOn, dueOn, materials } = deferral;
  if (materials.every(({ received }) => received)) return null;
  const clock = clocks.find(({ kind }) => kind === 'deferral');
  const limit = clock === undefined ? '' : limitText(t, clock.limit);
  const isOver = dueOn !== null && today > dueOn;
  return (
    <Alert
      showIcon
      role="note"
      type={isOver ? 'warning' : 'info'}
      title={t('case.deferred', { no: documentNo, day: undertakenOn })}
      description={
        <>
          <div>
            {dueOn === null && deferralTerms !== null && deferralText(t, deferralTerms)}
            {dueOn !== null && t('case.deferredDue', { day: dueOn, limit })}
            {isOver && t('case.deferredOver')}
          </div>
          <ul style={{ margin: 0, paddingInlineStart: 22 }}>
            {materials.map(({ title, received }) => (
              <li key={title}>
                {title}
                {bracketed(t(received ? 'case.materialThere' : 'case.itemAwaited'))}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
