import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Flex, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { lights } from '../theme.ts';
import { CaseLight } from './case-light.tsx';
import { limitText, remainingText } from './words.ts';

type Clock = OkOf<'oneCase'>['clocks'][number];

/** One clock: its limit, what is used and left, the due date, and why it stands or runs. */
export function ClockCard({ clock, onWhy }: { clock: Clock; onWhy?: () => void }) {
  const { t } = useTranslation();
  const colour = lights[clock.light === 'ended' || clock.light === 'stopped' ? 'grey' : clock.light];
  const over = clock.endedOn !== null;
  return (
    <section
      role="listitem"
      aria-label={clock.title}
      style={{
        flex: '1 1 230px',
        maxWidth: 360,
        border: `1px solid ${colour.line}`,
        borderRadius: 6,
        padding: '8px 12px',
      }}
    >
      <Flex justify="space-between" align="center" gap={8}>
        <strong>{clock.title}</strong>
        <CaseLight light={clock.light} levelTitle={clock.levelTitle} overdue={clock.overdue} />
      </Flex>
      <div className="number" style={{ fontSize: 16, margin: '4px 0' }}>
        {clock.endedOn !== null
          ? t('case.endedOn', { day: clock.endedOn })
          : remainingText(t, clock.remaining, clock.limit.unit)}
      </div>
      <Progress
        aria-label={t('case.used', { used: clock.used, limit: limitText(t, clock.limit) })}
        percent={Math.min(clock.percent ?? 0, 100)}
        showInfo={false}
        size="small"
        strokeColor={colour.line}
      />
      <div className="why">
        {t('case.used', { used: clock.used, limit: limitText(t, clock.limit) })}
        {clock.extension > 0 && `，${t('case.extendedBy', { count: clock.extension })}`}
      </div>
      {!over && (
        <div className="why">
          {clock.stoppedWhy ?? `${t('case.runningSince', { day: clock.startedOn })}，${t('case.runsBecause')}`}
        </div>
      )}
      <Flex justify="space-between" align="center">
        <span>
          {t('case.dueOn')} <strong className="number">{clock.dueOn ?? '—'}</strong>
          {clock.provisional && `（${t('clerk.provisional')}）`}
        </span>
        {onWhy && (
          <Button type="link" size="small" icon={<QuestionCircleOutlined />} onClick={onWhy}>
            {t('case.why')}
          </Button>
        )}
      </Flex>
    </section>
  );
}
