import { WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../queries.ts';

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
