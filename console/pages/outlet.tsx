import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { call } from '../api.ts';
import { HandOut } from '../outlet/hand-out.tsx';
import { outletColumns } from '../outlet/columns.tsx';
import '../outlet/texts.ts';
import { paths } from '../paths.ts';
import { useRoute } from '../queries.ts';
import { DataTable } from '../ui/data-table.tsx';
import { keyOf } from '../worklist/claiming.tsx';
import type { Row } from '../worklist/columns.tsx';
import { QueryBar, askedOf } from '../worklist/query-bar.tsx';

/** 出件窗口: what the reader may hand out, what waits longest first; handed out from its line. */
export function Component() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { sort: _sort, receivedFrom: _from, receivedTo: _to, ...query } = askedOf(search);
  const counters = useRoute('worklistCounters', {}, { refetchMs: 30_000 });
  const [chosen, setChosen] = useState<Row | null>(null);
  const all = Object.keys(query).length === 0;
  return (
    <>
      <DataTable<Row>
        key={JSON.stringify(query)}
        id="outlet"
        title={t('clerk.outlet')}
        columns={outletColumns(t, setChosen)}
        queryKey={['worklist', 'outlet', query]}
        load={(page, signal) =>
          call('worklist', { params: { list: 'outlet' }, query: { ...query, ...page }, ...(signal && { signal }) })
        }
        rowKey={keyOf}
        total={all ? counters.data?.['outlet'] : undefined}
        query={<QueryBar list="outlet" />}
        open={({ caseId }) => paths.oneCase(caseId)}
        refetchMs={30_000}
        empty={t(all ? 'clerk.outletEmpty' : 'clerk.nothingFound')}
      />
      {chosen && <HandOut row={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}
