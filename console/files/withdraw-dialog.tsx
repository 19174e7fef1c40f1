import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import { forget } from '../queries.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';

/** Asks why a file is withdrawn, and withdraws it. */
export function WithdrawDialog({ file, onClose }: { file: OkOf<'listFiles'>['items'][number]; onClose: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const [form] = Form.useForm<{ reason: string }>();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const withdraw = async ({ reason }: { reason: string }) => {
    setBusy(true);
    setError(null);
    try {
      await call('withdrawFile', { params: { fileId: file.fileId }, body: { reason } });
      await forget('listFiles');
      onClose();
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('files.withdrawOf', { name: file.name })}
      okText={t('files.withdraw')}
      okButtonProps={{ loading: busy }}
      closable={{ 'aria-label': t('frame.close') }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('files.withdrawText')}</p>
      <ProblemAlert error={error} />
      <Form form={form} layout="vertical" onFinish={(values) => void withdraw(values)}>
        <Form.Item
          name="reason"
          label={t('files.reason')}
          rules={[{ required: true, whitespace: true, message: t('files.reasonNeeded') }]}
        >
          <Input.TextArea autoFocus rows={3} maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
