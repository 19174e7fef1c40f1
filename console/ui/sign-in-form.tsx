import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import type { Me } from '../me.ts';
import { ProblemAlert } from './problem-alert.tsx';

interface Fields {
  readonly login: string;
  readonly password: string;
}

/** User name and password. `login` fixes the name when a session is renewed. */
export function SignInForm({ login, onDone }: { login?: string; onDone: (me: Me) => void }) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (fields: Fields) => {
    setBusy(true);
    setError(null);
    try {
      onDone(await call('signIn', { body: { login: fields.login.trim(), password: fields.password }, quiet: true }));
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ login: login ?? '' }}
      onFinish={(fields) => void submit(fields)}
    >
      <ProblemAlert error={error} />
      <Form.Item name="login" label={t('frame.login')} rules={[{ required: true, message: t('frame.loginNeeded') }]}>
        <Input autoComplete="username" readOnly={login !== undefined} autoFocus={login === undefined} size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('frame.password')}
        rules={[{ required: true, message: t('frame.passwordNeeded') }]}
      >
        <Input.Password
          autoComplete="current-password"
          autoFocus={login !== undefined}
          size="large"
          visibilityToggle={false}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={busy}>
        {t('frame.signIn')}
      </Button>
    </Form>
  );
}
