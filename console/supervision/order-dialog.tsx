import { Alert, App, Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OrderBody } from '../../contract/orders.ts';
import type { OkOf } from '../../contract/routes.ts';
import { forgetCases, useRoute } from '../queries.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { Answered } from '../ui/states.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { useSubmission } from '../use-submission.ts';
import { acknowledgeToo, acknowledgement } from './use-answering.ts';
import { atMost } from '../ui/counted.ts';

/** What a supervisor asks of a case. Without `stepId` the step to remind of is chosen in the dialog. */
export type Asked =
  | {
      readonly order: 'acknowledge';
      readonly caseId: string;
      readonly caseNo: string;
      readonly warningId: string;
      /** Lesser warnings of the same clock, which its one row in a list stands for. */
      readonly others?: readonly string[];
    }
  | { readonly order: 'remind'; readonly caseId: string; readonly caseNo: string; readonly stepId?: string };

type View = OkOf<'oneCase'>;
type Offer = View['allowed'][number];

/** Acknowledges a warning or reminds, with a note; whether it may be done is what the API says of the case. Null: closed. */
export function OrderDialog({ asked, onClose }: { asked: Asked | null; onClose: () => void }) {
  if (asked === null) return null;
  const key = asked.order === 'acknowledge' ? asked.warningId : `${asked.caseId} ${asked.stepId ?? ''}`;
  return <OpenDialog key={key} asked={asked} onClose={onClose} />;
}

function OpenDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const view = useRoute('oneCase', { params: { caseId: asked.caseId } });
  const offers = view.data?.allowed.filter(({ order }) => order === asked.order) ?? [];
  const blocked = view.data !== undefined && offersFor(asked, offers).every(({ refusedBecause }) => refusedBecause);
  const id = asked.order === 'acknowledge' ? asked.warningId : `remind.${asked.caseId}`;
  const submission = useSubmission('giveOrder', id);
  const { message } = App.useApp();
  useFocusBack();
  const settle = async (done: Promise<unknown>) => {
    const answer = await done;
    await forgetCases();
    if (answer === null) return;
    void message.success(t(`supervision.${asked.order}Done`));
    onClose();
  };
  const submit = async (fields: Fields) => {
    for (const warningId of asked.order === 'acknowledge' ? (asked.others ?? []) : []) {
      await acknowledgeToo({ caseId: asked.caseId, warningId, note: (fields.note ?? '').trim() });
    }
    await settle(submission.send({ params: { caseId: asked.caseId }, body: bodyOf(asked, fields) }));
  };
  return (
    <Modal
      open
      title={t(`supervision.${asked.order}Title`, { caseNo: asked.caseNo })}
      okText={t(`supervision.${asked.order}`)}
      cancelText={t('frame.cancel')}
      okButtonProps={{ disabled: view.data === undefined || blocked }}
      confirmLoading={submission.busy}
      onOk={() => form.submit()}
      // The second of two quick presses meets the mask: it must not undo the first.
      mask={{ closable: false }}
      onCancel={onClose}
      // A field that is there as soon as the dialog is could not take the focus while the dialog was still hidden.
      afterOpenChange={(open) => open && form.getFieldInstance('note')?.focus()}
    >
      <ProblemAlert error={submission.error} onRetry={() => void settle(submission.again())} />
      <Answered query={view}>
        {(data) => (
          <NoteForm
            asked={asked}
            view={data}
            offers={offersFor(asked, offers)}
            form={form}
            onFinish={(f) => void submit(f)}
          />
        )}
      </Answered>
    </Modal>
  );
}

interface Fields {
  readonly note?: string;
  readonly stepId?: string;
}

interface FieldsProps {
  readonly asked: Asked;
  readonly view: View;
  readonly offers: readonly Offer[];
  readonly form: ReturnType<typeof Form.useForm<Fields>>[0];
  readonly onFinish: (fields: Fields) => void;
}

function NoteForm({ asked, view, offers, form, onFinish }: FieldsProps) {
  const { t } = useTranslation();
  const free = offers.filter(({ refusedBecause }) => refusedBecause === undefined);
  const chooses = asked.order === 'remind' && asked.stepId === undefined;
  const titleOf = (stepId: string | null) => view.steps.find(({ id }) => id === stepId)?.title ?? stepId;
  if (free.length === 0) return <Refusal offers={offers} />;
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ stepId: free[0]?.stepId }}
      onFinish={onFinish}
      onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && form.submit()}
    >
      {chooses && (
        <Form.Item
          name="stepId"
          label={t('supervision.step')}
          rules={[{ required: true, message: t('supervision.stepNeeded') }]}
        >
          <Radio.Group options={free.map(({ stepId }) => ({ value: stepId, label: titleOf(stepId) }))} />
        </Form.Item>
      )}
      <Form.Item
        name="note"
        label={t(asked.order === 'remind' ? 'supervision.note' : 'supervision.noteIfAny')}
        extra={t('supervision.noteHint')}
        rules={asked.order === 'remind' ? [{ required: true, message: t('supervision.noteNeeded') }] : []}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} count={atMost(2_000)} />
      </Form.Item>
    </Form>
  );
}

/** Why nothing can be done, in the words of the API. */
function Refusal({ offers }: { offers: readonly Offer[] }) {
  const { t } = useTranslation();
  const because = offers[0]?.refusedBecause;
  return (
    <Alert
      showIcon
      type="warning"
      title={
        because === undefined ? t('supervision.nothingToRemind') : t('supervision.refused', { title: because.title })
      }
      description={because?.detail}
    />
  );
}

function offersFor(asked: Asked, offers: readonly Offer[]): readonly Offer[] {
  if (asked.order === 'acknowledge' || asked.stepId === undefined) return offers;
  return offers.filter(({ stepId }) => stepId === asked.stepId);
}

function bodyOf(asked: Asked, { note = '', stepId = '' }: Fields): OrderBody {
  if (asked.order === 'remind') return { type: 'remind', stepId: asked.stepId ?? stepId, note };
  return acknowledgement(asked.warningId, note.trim());
}
