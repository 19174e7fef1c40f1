import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { worklistNames } from '../../contract/worklists.ts';
import type { WorklistName } from '../../contract/worklists.ts';
import type { QueryOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import { useFilters } from '../filter/use-filters.ts';
import { paths } from '../paths.ts';
import { useRoute } from '../queries.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ClaimResults } from '../worklist/claim-results.tsx';
import { columnsOf } from '../worklist/columns.tsx';
import type { Row } from '../worklist/columns.tsx';
import { ClaimChosen, claimColumn, keyOf, labelOf } from '../worklist/claiming.tsx';
import { useListFields } from '../worklist/list-fields.ts';
import { MatterLinks } from '../worklist/matter-links.tsx';
import { OwnLists, useOpening } from '../worklist/own-lists.tsx';
import { useClaiming } from '../worklist/use-claiming.ts';

/** One of the clerk's lists, in the order of the API: what ends first stands first. */
export function Component() {
  const { t } = useTranslation();
  const params = useParams();
  const list = worklistNames.find((name) => name === params['list']) ?? 'mine';
  const filters = useFilters<QueryOf<'worklist'>>(list, useListFields(list));
  const counters = useRoute('worklistCounters', {}, { refetchMs: 30_000 });
  const claiming = useClaiming();
  useOpening(list, counters.data);
  const isOwn = list === 'mine' || list === 'claimable';
  return (
    <>
      <ClaimResults claiming={claiming} />
      {list !== 'finished' && list !== 'closed' && <MatterLinks counters={counters.data} />}
      <DataTable<Row>
        key={list}
        id={`worklist.${list}`}
        title={t(`clerk.${list}`)}
        columns={[...columnsOf(t, list), ...(list === 'claimable' ? [claimColumn(t, claiming)] : [])]}
        queryKey={['worklist', list, filters.asked]}
        load={(page, signal) =>
          call('worklist', { params: { list }, query: { ...filters.query, ...page }, ...(signal && { signal }) })
        }
        rowKey={keyOf}
        total={filters.isNarrowed ? undefined : counters.data?.[list]}
        filters={filters}
        open={({ caseId }) => paths.oneCase(caseId)}
        refetchMs={30_000}
        note={noteOf(t, list)}
        empty={t(`clerk.${list}Empty`)}
        {...(isOwn && { heading: <OwnLists list={list} counters={counters.data} /> })}
        {...(list === 'claimable' && {
          choice: { labelOf, render: (chosen: readonly Row[]) => <ClaimChosen chosen={chosen} claiming={claiming} /> },
        })}
      />
    </>
  );
}

/** What every row of a list has in common: a column of it would say one thing over and over. */
function noteOf(t: TFunction, list: WorklistName): string | undefined {
  switch (list) {
    case 'mine':
      return t('clerk.mineNote');
    case 'department':
    case 'near':
    case 'overdue':
      return t('clerk.stepsNote');
    default:
      return undefined;
  }
}
