import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { worklistNames } from '../../contract/worklists.ts';
import { call } from '../api.ts';
import { paths } from '../paths.ts';
import { useRoute } from '../queries.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ClaimResults } from '../worklist/claim-results.tsx';
import { columnsOf } from '../worklist/columns.tsx';
import type { Row } from '../worklist/columns.tsx';
import { ClaimChosen, claimColumn, keyOf, labelOf } from '../worklist/claiming.tsx';
import { OwnLists, useOpening } from '../worklist/own-lists.tsx';
import { QueryBar, askedOf } from '../worklist/query-bar.tsx';
import { useClaiming } from '../worklist/use-claiming.ts';

/** One of the clerk's lists, in the order of the API: what ends first stands first. */
export function Component() {
  const { t } = useTranslation();
  const params = useParams();
  const list = worklistNames.find((name) => name === params['list']) ?? 'mine';
  const [search] = useSearchParams();
  const { sort, ...others } = askedOf(search);
  const query = { ...others, ...(sort === 'received' && { sort: 'received' as const }) };
  const counters = useRoute('worklistCounters', {}, { refetchMs: 30_000 });
  const claiming = useClaiming();
  useOpening(list, counters.data);
  const key = [list, query];
  const all = Object.keys(others).length === 0;
  const isOwn = list === 'mine' || list === 'claimable';
  return (
    <>
      <ClaimResults claiming={claiming} />
      <DataTable<Row>
        key={JSON.stringify(key)}
        id={`worklist.${list}`}
        title={t(`clerk.${list}`)}
        columns={[...columnsOf(t, list), ...(list === 'claimable' ? [claimColumn(t, claiming)] : [])]}
        queryKey={['worklist', ...key]}
        load={(page, signal) =>
          call('worklist', { params: { list }, query: { ...query, ...page }, ...(signal && { signal }) })
        }
        rowKey={keyOf}
        total={all ? counters.data?.[list] : undefined}
        query={<QueryBar list={list} />}
        open={({ caseId }) => paths.oneCase(caseId)}
        refetchMs={30_000}
        empty={t(all ? `clerk.${list}Empty` : 'clerk.nothingFound')}
        {...(isOwn && { heading: <OwnLists list={list} counters={counters.data} /> })}
        {...(list === 'claimable' && {
          choice: { labelOf, render: (chosen: readonly Row[]) => <ClaimChosen chosen={chosen} claiming={claiming} /> },
        })}
      />
    </>
  );
}
