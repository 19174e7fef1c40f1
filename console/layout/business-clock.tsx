import { CalendarOutlined, WarningOutlined } from '@ant-design/icons';
import { App, Button, Form, InputNumber, Popover, Space, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { queryClient, useRoute } from '../queries.ts';
import { mayCall, useMe } from '../session.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';

/** In demonstrations: which day it is said to be, in red, on every page. */
export function BusinessClockBanner() {
  const { t } = useTranslation();
  const clock = useRoute('businessClock', {}, { refetchMs: 60_000 });
  if (clock.data?.demo !== true) return null;
  return (
    <div role="note" className="no-print demo-banner">
      <WarningOutlined aria-hidden /> {t('frame.businessClockBanner', { today: clock.data.today })}
    </div>
  );
}

/** In demonstrations: advances the business clock; only a system administrator may. */
export function BusinessClockButton() {
  const { t } = useTranslation();
  const clock = useRoute('businessClock', {});
  const allowed = mayCall(useMe(), 'advanceBusinessClock');
  if (clock.data?.demo !== true) return null;
  return (
    <Popover trigger="click" title={t('frame.businessClock')} content={<AdvanceForm allowed={allowed} />}>
      <Button type="text" style={{ color: '#fff' }} icon={<CalendarOutlined />} aria-label={t('frame.businessClock')}>
        {clock.data.today}
      </Button>
    </Popover>
  );
}

function AdvanceForm({ allowed }: { allowed: boolean }) {
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
      <Form.Item name="days" label={t('frame.advanceDays')} extra={t('frame.advanceRow')} rules={[{ required: true }]}>
        <InputNumber min={1} max={400} precision={0} suffix={t('frame.days')} style={{ width: 160 }} />
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
