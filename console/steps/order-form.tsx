import { App, Button, Form, Space, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemCode } from '../../contract/problem.ts';
import type { OrderBody } from '../../contract/orders.ts';
import { DraftButton } from '../papers/draft-button.tsx';
import { ProblemError } from '../problem-error.ts';
import { forgetCases } from '../queries.ts';
import { useMe } from '../session.tsx';
import { DraftBar } from '../ui/draft-bar.tsx';
import { showFieldErrors } from '../ui/field-errors.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useDraft } from '../use-draft.ts';
import { useSubmission } from '../use-submission.ts';
import { OrderFields } from './order-fields.tsx';
import type { CaseData, StepData } from './case-data.ts';
import type { Offer } from './offers.ts';
import { bodyOf, fieldsOn } from './order-schema.ts';
import { startValues } from './start-values.ts';
import { titleOf } from './order-title.ts';
import './texts.ts';

export interface OrderFormProps {
  readonly offer: Offer;
  readonly view: CaseData;
  readonly step: StepData | null;
  /** Told after the order was done (null) or refused because the case has moved on. */
  readonly onEnd: (end: { offer: Offer; refused: ProblemError | null }) => void;
}

/** Refusals that say: somebody else was first. */
const overtaken: readonly ProblemCode[] = [
  'step-not-open',
  'case-closed',
  'untimed-step-phase',
  'task-of-another',
  'task-held',
  'task-not-held',
  'warning-already-acknowledged',
];

/** One order as a form with the fields of its contract schema. */
export function OrderForm({ offer, view, step, onEnd }: OrderFormProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const me = useMe();
  const [form] = Form.useForm();
  const id = `${me.login}.${view.caseId}.${offer.order}.${offer.stepId ?? ''}`;
  const draft = useDraft(id, form);
  const submission = useSubmission('giveOrder', id);
  const title = titleOf(offer, step);
  const fields = fieldsOn(offer.order, step);
  const settle = async (done: Promise<unknown>) => {
    if ((await done) === null) return;
    draft.drop();
    form.resetFields();
    void message.success(t('order.done', { title }));
    await forgetCases();
    onEnd({ offer, refused: null });
  };
  const submit = (values: Readonly<Record<string, unknown>>) => {
    draft.keep();
    // The schema of the order is checked by the API; what was typed is plain data until then.
    const body = bodyOf(offer.order, offer.stepId, values) as OrderBody;
    return settle(submission.send({ params: { caseId: view.caseId }, body }));
  };
  const [refused, setRefused] = useState<unknown>(null);
  const typed = async () => {
    const values = await form.validateFields().catch(() => null);
    return values === null ? null : (bodyOf(offer.order, offer.stepId, values) as OrderBody);
  };
  const { error } = submission;
  useEffect(() => {
    showFieldErrors(form, error);
    if (!(error instanceof ProblemError) || !overtaken.includes(error.problem.code)) return;
    void forgetCases().then(() => onEnd({ offer, refused: error }));
    // Only a new error counts: what `onEnd` is made of changes with every answer.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [error]);
  return (
    <Form
      form={form}
      name={id.replaceAll('.', '-')}
      layout="vertical"
      initialValues={startValues(offer.order, view, step)}
      onFinish={(values) => void submit(values)}
      onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && form.submit()}
    >
      <DraftBar draft={draft} />
      <ProblemAlert error={error} onRetry={() => void settle(submission.again())} />
      <ProblemAlert error={refused} />
      <OrderFields offer={offer} view={view} step={step} />
      <Space>
        <Button type="primary" htmlType="submit" loading={submission.busy}>
          {title}
        </Button>
        <DraftButton caseId={view.caseId} order={offer.order} body={typed} onError={setRefused} />
        {fields.length > 0 && <Typography.Text type="secondary">{t('order.submitHint')}</Typography.Text>}
      </Space>
    </Form>
  );
}
