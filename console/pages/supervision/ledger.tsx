import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Switch, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api.ts';
import { useRoute } from '../../queries.ts';
import { useMe } from '../../session.tsx';
import { groupsOf, ledgerColumns, ledgerPage, loadLedger, mostShown } from '../../supervision/ledger-rows.ts';
import { LedgerTable } from '../../supervision/ledger-table.tsx';
import '../../supervision/ledger.css';
import { OrderDialog } from '../../supervision/order-dialog.tsx';
import type { Asked } from '../../supervision/order-dialog.tsx';
import { ExportButton } from '../../ui/data-table.tsx';
import { useLive } from '../../ui/live.ts';
import { Answered, Nothing } from '../../ui/states.tsx';

/** 督办清理台账: every open untimed step by department and kind, overdue first; reminded, exported, printed on A4 across. */
export function Component() {
  const { t } = useTranslation();
  useLive();
  const [onlyOverdue, setOnlyOverdue] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const ledger = useQuery({
    queryKey: ['ledger', 'all'],
    queryFn: ({ signal }) => loadLedger(signal),
    refetchInterval: 60_000,
  });
  return (
    <div className="ledger-sheet">
      <Flex wrap align="center" justify="space-between" gap={8}>
        <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
          {t('supervision.ledger')}
        </Typography.Title>
        <Flex wrap align="center" gap={8} className="no-print">
          <label>
            <Switch size="small" checked={onlyOverdue} onChange={setOnlyOverdue} /> {t('supervision.onlyOverdue')}
          </label>
          <Exports />
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('frame.print')}
          </Button>
        </Flex>
      </Flex>
      <p className="why no-print">{t('supervision.ledgerLead')}</p>
      <SheetHead />
      <Answered query={ledger}>
        {({ rows, more }) => {
          const shown = onlyOverdue ? rows.filter(({ overdue }) => overdue) : rows;
          if (shown.length === 0) return <Nothing>{t('supervision.ledgerEmpty')}</Nothing>;
          return (
            <>
              {more && <Alert showIcon type="info" title={t('supervision.onlyFirst', { count: mostShown })} />}
              <div className="ledger-scroll">
                {groupsOf(shown).map((department) => (
                  <LedgerTable key={department.id} department={department} onAsk={setAsked} />
                ))}
              </div>
            </>
          );
        }}
      </Answered>
      <OrderDialog asked={asked} onClose={() => setAsked(null)} />
    </div>
  );
}

/** Who made the printed sheet and of which day it is. */
function SheetHead() {
  const { t } = useTranslation();
  const me = useMe();
  const clock = useRoute('businessClock', {});
  return (
    <p className="print-only">
      {t('frame.exportedAt')}：{clock.data?.today} {t('frame.exportedBy')}：{me.name}
    </p>
  );
}

/** The sheet as Excel and, from the API, as CSV. */
function Exports() {
  const { t } = useTranslation();
  return (
    <>
      <ExportButton
        title={t('supervision.ledger')}
        columns={ledgerColumns(t)}
        load={ledgerPage}
        queryKey={['ledger']}
      />
      <Button icon={<DownloadOutlined />} href={addressOf('ledgerCsv')} download>
        {t('supervision.exportCsv')}
      </Button>
    </>
  );
}
