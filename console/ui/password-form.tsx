import { App, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { ProblemError } from '../problem-error.ts';
import { showFieldErrors } from './field-errors.ts';
import { ProblemAlert } from './problem-alert.tsx';

interface Fields {
  readonly current: string;
  readonly next: string;
  readonly keepTokens?: boolean;
}

interface Props {
  readonly login: string;
  /** Whether the person has tokens: they end with the password where nothing else is chosen. */
  readonly hasTokens: boolean;
  readonly onDone?: () => void;
}

/** The change of one's own password. */
export function PasswordForm({ login, hasTokens, onDone }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const change = async ({ current, next, keepTokens = false }: Fields) => {
    setBusy(true);
    setError(null);
    try {
      await call('changePassword', { body: { current, next, keepTokens }, quiet: true });
      form.resetFields();
      void message.success(t('frame.passwordChanged'));
      onDone?.();
    } catch (caught) {
      // The API answers a wrong current password as it answers a failed sign-in.
      if (caught instanceof ProblemError && caught.problem.code === 'sign-in-failed') {
        form.setFields([{ name: 'current', errors: [t('frame.currentWrong')] }]);
      } else {
        setError(caught);
        showFieldErrors(form, caught);
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form<Fields> form={form} layout="vertical" onFinish={(fields) => void change(fields)} style={{ maxWidth: 360 }}>
      <ProblemAlert error={error} />
      <input type="text" hidden readOnly autoComplete="username" value={login} />
      <PasswordFields />
      {hasTokens && (
        <Form.Item name="keepTokens" valuePropName="checked">
          <Checkbox>{t('frame.keepTokens')}</Checkbox>
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('frame.changePassword')}
      </Button>
    </Form>
  );
}

function PasswordFields() {
  const { t } = useTranslation();
  const needed = [{ required: true, message: t('frame.required') }];
  return (
    <>
      <Form.Item name="current" label={t('frame.currentPassword')} rules={needed}>
        <Input.Password autoComplete="current-password" visibilityToggle={false} />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('frame.nextPassword')}
        extra={t('frame.passwordRule')}
        rules={[...needed, { min: 10, message: t('frame.passwordShort') }]}
      >
        <Input.Password autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('frame.againPassword')}
        dependencies={['next']}
        rules={[
          ...needed,
          ({ getFieldValue }) => ({
            validator: async (_rule, value) => {
              if (value && value !== getFieldValue('next')) throw new Error(t('frame.passwordsDiffer'));
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
    </>
  );
}
