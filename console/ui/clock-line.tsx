import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { saidClock, bracketed, joined } from '../i18n/said.ts';
import '../case/case.css';
import { CaseLight } from './case-light.tsx';
import { limitText, remainingText } from './words.ts';

type Clock = OkOf<'oneCase'>['clocks'][number];

/** One clock in a line: light, what is left, the due date, what is used, and why it stands. */
export function ClockLine({ clock, onWhy }: { clock: Clock; onWhy: () => void }) {
  const { t } = useTranslation();
  const title = saidClock(clock.id, clock.title);
  return (
    <li className="clock-line" aria-label={title}>
      <strong>{title}</strong>
      <CaseLight light={clock.light} level={clock.level} levelTitle={clock.levelTitle} overdue={clock.overdue} />
      <span className="number">
        {clock.endedOn === null ? remainingText(t, clock, clock.limit.unit) : t('case.endedOn', { day: clock.endedOn })}
      </span>
      <span>
        {t('case.clockDueOn')} <strong className="number day">{clock.dueOn ?? '—'}</strong>
        {clock.provisional && bracketed(t('clerk.provisional'))}
      </span>
      <span className="why">
        {joined(
          [
            t('case.used', { used: clock.used, limit: limitText(t, clock.limit, clock.kind) }),
            ...(clock.shares === null ? [] : [t('case.shares', clock.shares)]),
            ...(clock.extension > 0 ? [t('case.extendedBy', { count: clock.extension })] : []),
          ],
          '，',
        )}
      </span>
      <Button
        type="link"
        size="small"
        className="no-print"
        icon={<QuestionCircleOutlined aria-hidden />}
        aria-label={`${t('case.why')} ${title}`}
        onClick={onWhy}
      >
        {t('case.why')}
      </Button>
      {clock.stopped && <span className="why clock-stopped">{clock.stoppedWhy}</span>}
    </li>
  );
}
