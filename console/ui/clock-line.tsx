import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Flex, Progress } from 'antd';
import i18next from 'i18next';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { saidClock } from '../i18n/said.ts';
import { lights } from '../theme.ts';
import '../case/case.css';
import { CaseLight } from './case-light.tsx';
import { limitText, remainingText } from './words.ts';

type Clock = OkOf<'oneCase'>['clocks'][number];

/** Why a clock stands, with its basis in the API's words; in English the step alone. */
function whyStopped(t: TFunction, { stops, stoppedWhy }: Clock): string | null {
  const open = stops.find(({ to }) => to === null);
  if (i18next.language !== 'en' || open === undefined) return stoppedWhy;
  return t('case.stoppedBy', { day: open.from, step: open.stepTitle });
}

/** One clock: its limit, what is used and left, the due date, and why it stands or runs. */
export function ClockCard({ clock, onWhy }: { clock: Clock; onWhy?: () => void }) {
  const { t } = useTranslation();
  const colour = lights[clock.light === 'ended' || clock.light === 'stopped' ? 'grey' : clock.light];
  const over = clock.endedOn !== null;
  const title = saidClock(clock.id, clock.title);
  return (
    <section
      role="listitem"
      aria-label={title}
      style={{
        flex: '1 1 230px',
        maxWidth: 360,
        border: `1px solid ${colour.line}`,
        borderRadius: 6,
        padding: '8px 12px',
      }}
    >
      <Flex wrap justify="space-between" align="center" gap="2px 8px">
        <strong>{title}</strong>
        <CaseLight light={clock.light} level={clock.level} levelTitle={clock.levelTitle} overdue={clock.overdue} />
      </Flex>
      <div className="number" style={{ fontSize: 16, margin: '4px 0' }}>
        {clock.endedOn !== null ? t('case.endedOn', { day: clock.endedOn }) : remainingText(t, clock, clock.limit.unit)}
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
          {whyStopped(t, clock) ?? `${t('case.runningSince', { day: clock.startedOn })}，${t('case.runsBecause')}`}
        </div>
      )}
      <Flex justify="space-between" align="center">
        <span>
          {t('case.dueOn')} <strong className="number day">{clock.dueOn ?? '—'}</strong>
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
