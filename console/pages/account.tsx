import { App, Button, Card, Flex, Form, Input, Table, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { ProblemError } from '../problem-error.ts';
import { useMe } from '../session.tsx';
import { showFieldErrors } from '../ui/field-errors.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { said } from '../i18n/said.ts';

/** Who is signed in, with which posts, and the change of the password. */
export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Flex vertical gap={12} style={{ maxWidth: 720 }}>
      <Card size="small">
        <Typography.Title level={1} style={{ fontSize: 18, marginTop: 0 }}>
          {me.name}（{me.login}）
        </Typography.Title>
        <Table
          size="small"
          pagination={false}
          rowKey={({ role, departmentId }) => `${role} ${departmentId}`}
          dataSource={me.held}
          columns={[
            { title: t('frame.role'), render: (_v, { role, roleTitle }) => said('role', role, roleTitle) },
            { title: t('frame.department'), dataIndex: 'departmentName' },
            { title: t('frame.region'), dataIndex: 'regionCode' },
          ]}
        />
      </Card>
      <Card size="small" title={t('frame.changePassword')}>
        <PasswordForm login={me.login} />
      </Card>
    </Flex>
  );
}

interface Fields {
  readonly current: string;
  readonly next: string;
}

function PasswordForm({ login }: { login: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const change = async ({ current, next }: Fields) => {
    setBusy(true);
    setError(null);
    try {
      await call('changePassword', { body: { current, next }, quiet: true });
      form.resetFields();
      void message.success(t('frame.passwordChanged'));
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
  const needed = [{ required: true, message: t('frame.required') }];
  return (
    <Form<Fields> form={form} layout="vertical" onFinish={(fields) => void change(fields)} style={{ maxWidth: 360 }}>
      <ProblemAlert error={error} />
      <input type="text" hidden readOnly autoComplete="username" value={login} />
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
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('frame.changePassword')}
      </Button>
    </Form>
  );
}
