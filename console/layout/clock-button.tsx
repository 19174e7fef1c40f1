import { CalendarOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../queries.ts';
import { useMe } from '../session.tsx';
import { mayCall } from '../me.ts';
import { Loading } from '../ui/states.tsx';

const AdvanceForm = lazy(() => import('./advance-form.tsx').then((file) => ({ default: file.AdvanceForm })));

/** In demonstrations: advances the business clock; only a system administrator may. */
export function BusinessClockButton() {
  const { t } = useTranslation();
  const clock = useRoute('businessClock', {});
  const allowed = mayCall(useMe(), 'advanceBusinessClock');
  if (clock.data?.demo !== true) return null;
  return (
    <Popover
      trigger="click"
      title={t('frame.businessClock')}
      content={
        <Suspense fallback={<Loading />}>
          <AdvanceForm allowed={allowed} />
        </Suspense>
      }
    >
      <Button type="text" style={{ color: '#fff' }} icon={<CalendarOutlined />} aria-label={t('frame.businessClock')}>
        <span className="wide">{clock.data.today}</span>
      </Button>
    </Popover>
  );
}
