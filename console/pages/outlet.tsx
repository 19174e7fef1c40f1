import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueryOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import { useFilters } from '../filter/use-filters.ts';
import { HandOut } from '../outlet/hand-out.tsx';
import { outletColumns } from '../outlet/columns.tsx';
import '../outlet/texts.ts';
import { paths } from '../paths.ts';
import { useRoute } from '../queries.ts';
import { DataTable } from '../ui/data-table.tsx';
import { keyOf } from '../worklist/claiming.tsx';
import type { Row } from '../worklist/columns.tsx';
import { useListFields } from '../worklist/list-fields.ts';

/** 出件窗口: what the reader may hand out, what waits longest first; handed out from its line. */
export function Component() {
  const { t } = useTranslation();
  const filters = useFilters<QueryOf<'worklist'>>('outlet', useListFields('outlet'));
  const counters = useRoute('worklistCounters', {}, { refetchMs: 30_000 });
  const [chosen, setChosen] = useState<Row | null>(null);
  return (
    <>
      <DataTable<Row>
        id="outlet"
        title={t('clerk.outlet')}
        columns={outletColumns(t, setChosen)}
        queryKey={['worklist', 'outlet', filters.asked]}
        load={(page, signal) =>
          call('worklist', {
            params: { list: 'outlet' },
            query: { ...filters.query, ...page },
            ...(signal && { signal }),
          })
        }
        rowKey={keyOf}
        total={filters.isNarrowed ? undefined : counters.data?.['outlet']}
        filters={filters}
        open={({ caseId }) => paths.oneCase(caseId)}
        refetchMs={30_000}
        empty={t('clerk.outletEmpty')}
      />
      {chosen && <HandOut row={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}
