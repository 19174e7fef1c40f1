import { Alert } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { joined, labelled } from '../i18n/said.ts';
import { PrintButton } from '../papers/print-button.tsx';
import type { CaseData } from '../steps/case-data.ts';
import '../steps/passing-texts.ts';

type Step = CaseData['steps'][number];

/** Where the materials are while they go from the window to the department that answers: until when, by what list, and why they came back. */
export function PassingNote({ view }: { view: CaseData }) {
  const { t } = useTranslation();
  const step = view.steps.find(({ kind, state }) => kind === 'passing' && state === 'open');
  if (step === undefined || view.status === 'closed') return null;
  const { passing } = step;
  return (
    <Alert
      showIcon
      role="note"
      type={passing?.stage === 'returned' ? 'warning' : 'info'}
      title={titleOf(step, t)}
      action={
        passing !== null &&
        !view.masked && <PrintButton caseId={view.caseId} kind="passingSheet" words={t('passing.sheet')} />
      }
      description={<Details view={view} step={step} />}
    />
  );
}

function titleOf({ passing }: Step, t: TFunction): string {
  if (passing === null) return t('passing.atWindow');
  const told = { day: passing.on, by: passing.by, who: passing.receiver };
  return t(passing.stage === 'returned' ? 'passing.returned' : 'passing.passed', told);
}

function Details({ view, step: { passing } }: { view: CaseData; step: Step }) {
  const { t } = useTranslation();
  const dueOn = view.clocks.find(({ kind, endedOn }) => kind === 'passing' && endedOn === null)?.dueOn ?? null;
  return (
    <>
      {dueOn !== null && <div>{t('passing.due', { day: dueOn })}</div>}
      {passing !== null && passing.reason !== null && <div>{t('passing.reason', { reason: passing.reason })}</div>}
      {passing !== null && passing.returnBy !== null && (
        <div>
          {t(passing.returnBy < view.today ? 'passing.returnOver' : 'passing.returnBy', { day: passing.returnBy })}
        </div>
      )}
      {passing?.stage === 'passed' && (
        <ol style={{ margin: 0, paddingInlineStart: 22 }}>
          {passing.items.map((item) => (
            <li key={item.id}>{labelled(item.title, copiesOf(item, t))}</li>
          ))}
        </ol>
      )}
    </>
  );
}

function copiesOf({ originals, copies }: NonNullable<Step['passing']>['items'][number], t: TFunction): string {
  const counts = [
    ...(originals > 0 ? [t('passing.originals', { count: originals })] : []),
    ...(copies > 0 ? [t('passing.copies', { count: copies })] : []),
  ];
  return counts.length === 0 ? t('passing.asFile') : joined(counts);
}
