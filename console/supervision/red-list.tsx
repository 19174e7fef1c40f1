import { Button, Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.ts';
import { CaseNumber } from '../ui/case-number.tsx';
import { Light } from '../ui/light.tsx';
import { Answered, Nothing } from '../ui/states.tsx';
import { instantText } from '../ui/words.ts';
import type { WarningRow, useRedWarnings } from './new-red.tsx';
import type { Asked } from './order-dialog.tsx';
import { said, saidClock } from '../i18n/said.ts';

interface Props {
  readonly query: ReturnType<typeof useRedWarnings>;
  readonly onAsk: (asked: Asked) => void;
}

/** The red warnings that nobody has acknowledged, newest first, each with its two acts. */
export function RedList({ query, onAsk }: Props) {
  const { t } = useTranslation();
  return (
    <Card
      size="small"
      role="region"
      aria-label={t('supervision.openRed')}
      title={<h2 style={{ fontSize: 16, margin: 0 }}>{t('supervision.openRed')}</h2>}
      extra={<Link to={paths.warnings}>{t('supervision.allWarnings')}</Link>}
    >
      <Answered query={query}>
        {({ items }) => {
          const open = items.filter(({ open: waits }) => waits);
          if (open.length === 0) return <Nothing>{t('supervision.noOpenRed')}</Nothing>;
          return (
            <ul className="red-list" tabIndex={0}>
              {open.map((row) => (
                <RedRow key={row.warningId} row={row} onAsk={onAsk} />
              ))}
            </ul>
          );
        }}
      </Answered>
    </Card>
  );
}

function RedRow({ row, onAsk }: { row: WarningRow; onAsk: Props['onAsk'] }) {
  const { t } = useTranslation();
  const { caseId, caseNo, warningId } = row;
  return (
    <li style={{ padding: '8px 0', borderBottom: '1px solid #e5e5e5' }}>
      <Flex wrap gap={8} align="center">
        <Light colour="red">{said('level', row.level, row.levelTitle)}</Light>
        <strong>{row.itemName}</strong>
        <span>{row.departmentName}</span>
      </Flex>
      <div>
        <CaseNumber caseId={caseId} caseNo={caseNo} />
      </div>
      <Flex wrap justify="space-between" align="center" gap={8}>
        <span className="why">
          {saidClock(row.clock, row.clockTitle)}
          {row.dueOn !== null && ` · ${t('supervision.dueOn')} ${row.dueOn}`} · {instantText(row.at)}
        </span>
        <WarningActs row={{ caseId, caseNo, warningId }} onAsk={onAsk} />
      </Flex>
    </li>
  );
}

/** 签收 and 催办 of one warning; the dialog says whether the person may. */
export function WarningActs({
  row: { caseId, caseNo, warningId, others = [] },
  onAsk,
}: {
  row: Pick<WarningRow, 'caseId' | 'caseNo' | 'warningId'> & Partial<Pick<WarningRow, 'others'>>;
  onAsk: Props['onAsk'];
}) {
  const { t } = useTranslation();
  return (
    <Flex wrap gap={8}>
      <Button
        size="small"
        type="primary"
        aria-label={`${t('supervision.acknowledge')} ${caseNo}`}
        onClick={() =>
          onAsk({ order: 'acknowledge', caseId, caseNo, warningId, others: others.map((one) => one.warningId) })
        }
      >
        {t('supervision.acknowledge')}
      </Button>
      <Button
        size="small"
        aria-label={`${t('supervision.remind')} ${caseNo}`}
        onClick={() => onAsk({ order: 'remind', caseId, caseNo })}
      >
        {t('supervision.remind')}
      </Button>
    </Flex>
  );
}
