import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { joined } from '../i18n/said.ts';
import { forgetCases } from '../queries.ts';
import type { CaseData } from '../steps/case-data.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useSubmission } from '../use-submission.ts';
import { registering } from './registering.ts';

/** Materials whose files are there and that nobody has recorded as received yet: recorded by one act where nothing else is to be said. */
export function ToRegister({ view }: { view: CaseData }) {
  const { t } = useTranslation();
  const submission = useSubmission('giveOrder', `${view.caseId}.register`);
  const waiting = view.materials.filter(({ received, hasFile }) => hasFile && !received);
  if (waiting.length === 0 || view.status === 'closed') return null;
  const body = registering(view);
  const send = async () => {
    if (body !== null && (await submission.send({ params: { caseId: view.caseId }, body })) !== null)
      await forgetCases();
  };
  return (
    <>
      <Alert
        showIcon
        type="info"
        title={t('files.toRegister', { what: joined(waiting.map(({ title }) => title)) })}
        action={
          body !== null && (
            <Button size="small" type="primary" loading={submission.busy} onClick={() => void send()}>
              {t('files.register')}
            </Button>
          )
        }
      />
      <ProblemAlert error={submission.error} />
    </>
  );
}
