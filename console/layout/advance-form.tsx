import { App, Button, Form, InputNumber, Space, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { queryClient } from '../queries.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { withinBounds } from '../ui/rules.ts';

/** At once, as the contract has it. */
const ofDays = { min: 1, max: 400, whole: true };

/** How many days the business clock goes ahead; loaded when it is opened. */
export function AdvanceForm({ allowed }: { allowed: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const advance = async ({ days }: { days: number }) => {
    setBusy(true);
    setError(null);
    try {
      await call('advanceBusinessClock', { body: { days } });
      await queryClient.invalidateQueries();
      const { today } = await call('businessClock', {});
      void message.success(t('frame.advanced', { today }));
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form layout="vertical" initialValues={{ days: 1 }} disabled={!allowed} onFinish={(fields) => void advance(fields)}>
      <ProblemAlert error={error} />
      <Form.Item
        name="days"
        label={t('frame.advanceDays')}
        extra={t('frame.advanceRow')}
        rules={[{ required: true, message: t('frame.required') }, withinBounds(t, ofDays)]}
      >
        <InputNumber suffix={t('frame.days')} style={{ width: 160 }} />
      </Form.Item>
      <Space orientation="vertical">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('frame.advance')}
        </Button>
        {!allowed && <Typography.Text type="secondary">{t('frame.advanceOnlyAdmin')}</Typography.Text>}
      </Space>
    </Form>
  );
}
