import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { useFileAct } from './use-file-act.ts';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly ok: string;
  readonly send: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks why, and does it. */
export function ReasonDialog({ title, text, label, ok, send, onClose }: Props) {
  const { t } = useTranslation();
  useFocusBack();
  const [form] = Form.useForm<{ reason: string }>();
  const act = useFileAct(send);
  const finish = async ({ reason }: { reason: string }) => {
    if (await act.send(reason)) onClose();
  };
  return (
    <Modal
      open
      title={title}
      okText={ok}
      okButtonProps={{ loading: act.busy }}
      closable={{ 'aria-label': t('frame.close') }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{text}</p>
      <ProblemAlert error={act.error} />
      <Form form={form} layout="vertical" onFinish={(values) => void finish(values)}>
        <Form.Item
          name="reason"
          label={label}
          rules={[{ required: true, whitespace: true, message: t('files.reasonNeeded') }]}
        >
          <Input.TextArea rows={3} maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
