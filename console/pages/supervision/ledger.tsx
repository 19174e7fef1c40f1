import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../api.ts';
import { FilterBar } from '../../filter/filter-bar.tsx';
import type { Filter } from '../../filter/filters.ts';
import { NoRows } from '../../filter/no-rows.tsx';
import { usePlaceFields } from '../../filter/place-fields.ts';
import { useFilters } from '../../filter/use-filters.ts';
import type { Filters } from '../../filter/use-filters.ts';
import { joined, labelled } from '../../i18n/said.ts';
import { useRoute } from '../../queries.ts';
import { useMe } from '../../session.tsx';
import { groupsOf, ledgerColumns, ledgerPages, loadLedger, mostShown } from '../../supervision/ledger-rows.ts';
import type { LedgerQuery } from '../../supervision/ledger-rows.ts';
import { LedgerTable } from '../../supervision/ledger-table.tsx';
import '../../supervision/ledger.css';
import { OrderDialog } from '../../supervision/order-dialog.tsx';
import type { Asked } from '../../supervision/order-dialog.tsx';
import { ExportButton } from '../../ui/data-table.tsx';
import { useLive } from '../../ui/live.ts';
import { Answered } from '../../ui/states.tsx';

/** 督办清理台账: every open untimed step by department and kind, overdue first; reminded, exported, printed on A4 across. */
export function Component() {
  const { t } = useTranslation();
  useLive();
  const filters = useFilters<LedgerQuery>('ledger', useLedgerFields());
  const [asked, setAsked] = useState<Asked | null>(null);
  const ledger = useQuery({
    queryKey: ['ledger', 'all', filters.asked],
    queryFn: ({ signal }) => loadLedger(filters.query, signal),
    refetchInterval: 60_000,
  });
  return (
    <div className="ledger-sheet">
      <Flex wrap align="center" justify="space-between" gap={8}>
        <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
          {t('supervision.ledger')}
        </Typography.Title>
        <Flex wrap align="center" gap={8} className="no-print">
          <Exports filters={filters} />
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('frame.print')}
          </Button>
        </Flex>
      </Flex>
      <p className="why no-print">{t('supervision.ledgerLead')}</p>
      <FilterBar filters={filters} />
      <SheetHead filters={filters} />
      <Answered query={ledger}>
        {({ rows, more }) => {
          if (rows.length === 0) return <NoRows filters={filters} empty={t('supervision.ledgerEmpty')} />;
          return (
            <>
              {more && <Alert showIcon type="info" title={t('supervision.onlyFirst', { count: mostShown })} />}
              <div className="ledger-scroll">
                {groupsOf(rows).map((department) => (
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

/** Where, what is to be done next, and whether it is late. */
function useLedgerFields(): readonly Filter[] {
  const { t } = useTranslation();
  const places = usePlaceFields();
  const phases = ['waiting', 'requested', 'approved', 'running'] as const;
  return [
    ...places,
    {
      is: 'choice',
      name: 'phase',
      title: t('supervision.nextAction'),
      any: t('supervision.anyAction'),
      options: phases.map((phase) => ({ value: phase, label: t(`supervision.phase_${phase}`) })),
    },
    {
      is: 'choice',
      name: 'overdue',
      title: t('supervision.state'),
      any: t('supervision.overdueOrNot'),
      options: [{ value: 'true', label: t('supervision.onlyOverdue') }],
    },
  ];
}

/** Who made the printed sheet, of which day it is, and what it was narrowed by. */
function SheetHead({ filters: { chosen } }: { filters: Filters }) {
  const { t } = useTranslation();
  const me = useMe();
  const clock = useRoute('businessClock', {});
  return (
    <p className="print-only">
      {labelled(t('frame.exportedAt'), clock.data?.today ?? '')} {labelled(t('frame.exportedBy'), me.name)}{' '}
      {chosen.length > 0 &&
        `${t('frame.chosen')}${joined(
          chosen.map((one) => labelled(one.title, one.value)),
          '；',
        )}`}
    </p>
  );
}

/** The sheet as Excel and, from the API, as CSV. */
function Exports({ filters: { query, asked } }: { filters: Filters<LedgerQuery> }) {
  const { t } = useTranslation();
  return (
    <>
      <ExportButton
        title={t('supervision.ledger')}
        columns={ledgerColumns(t)}
        load={ledgerPages(query)}
        queryKey={['ledger', asked]}
      />
      <Button icon={<DownloadOutlined />} href={addressOf('ledgerCsv', { query })} download>
        {t('supervision.exportCsv')}
      </Button>
    </>
  );
}
