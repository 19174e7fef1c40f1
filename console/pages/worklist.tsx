import { Button, Flex, Form, Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { worklistNames } from '../../contract/worklists.ts';
import type { WorklistName } from '../../contract/worklists.ts';
import type { OkOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import { useRoute } from '../queries.ts';
import { CaseNumber } from '../ui/case-number.tsx';
import { CaseLight } from '../ui/case-light.tsx';
import { DataTable } from '../ui/data-table.tsx';
import type { Column } from '../ui/column.ts';
import { instantText, remainingText } from '../ui/words.ts';
import { said, saidClock } from '../i18n/said.ts';

type Row = OkOf<'worklist'>['items'][number];

/** One of the clerk's lists, in the order of the API: what ends first stands first. */
export function Component() {
  const { t } = useTranslation();
  const params = useParams();
  const list = worklistNames.find((name) => name === params['list']) ?? 'mine';
  const [search] = useSearchParams();
  const query = {
    ...(search.get('itemCode') === null ? {} : { itemCode: search.get('itemCode') ?? '' }),
    ...(search.get('caseNo') === null ? {} : { caseNo: search.get('caseNo') ?? '' }),
  };
  const counters = useRoute('worklistCounters', {}, { refetchMs: 30_000 });
  const key = [list, query];
  return (
    <DataTable<Row>
      key={JSON.stringify(key)}
      id={`worklist.${list}`}
      title={t(`clerk.${list}`)}
      columns={columnsOf(t, list)}
      queryKey={['worklist', ...key]}
      load={(page, signal) =>
        call('worklist', { params: { list }, query: { ...query, ...page }, ...(signal && { signal }) })
      }
      rowKey={({ caseId, stepId }) => `${caseId} ${stepId ?? ''}`}
      total={Object.keys(query).length === 0 ? counters.data?.[list] : undefined}
      query={<QueryBar />}
      refetchMs={30_000}
      empty={t(Object.keys(query).length === 0 ? `clerk.${list}Empty` : 'clerk.nothingFound')}
    />
  );
}

function QueryBar() {
  const { t } = useTranslation();
  const items = useRoute('listItems', {}, { staleMs: 300_000 });
  const [search, setSearch] = useSearchParams();
  const apply = (fields: { itemCode?: string; caseNo?: string }) => {
    const next = Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value.trim().toUpperCase()]] : []));
    setSearch(Object.fromEntries(next));
  };
  return (
    <Form
      layout="inline"
      key={search.toString()}
      initialValues={{ itemCode: search.get('itemCode'), caseNo: search.get('caseNo') }}
      onFinish={apply}
      style={{ rowGap: 8, marginBottom: 12 }}
      className="no-print"
    >
      <Form.Item name="itemCode" label={t('clerk.item')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('clerk.allItems')}
          style={{ width: 280 }}
          options={items.data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? []}
        />
      </Form.Item>
      <Form.Item
        name="caseNo"
        label={t('clerk.caseNoStart')}
        rules={[{ pattern: /^[0-9A-Za-z\s]{0,60}$/, message: t('clerk.caseNoForm') }]}
      >
        <Input allowClear style={{ width: 260 }} />
      </Form.Item>
      <Flex gap={8}>
        <Button type="primary" htmlType="submit">
          {t('frame.query')}
        </Button>
        <Button onClick={() => setSearch({})}>{t('frame.reset')}</Button>
      </Flex>
    </Form>
  );
}

function columnsOf(t: TFunction, list: WorklistName): readonly Column<Row>[] {
  const over = list === 'finished' || list === 'closed';
  return [
    {
      key: 'caseNo',
      title: t('clerk.caseNo'),
      text: ({ caseNo }) => caseNo,
      render: ({ caseId, caseNo }) => <CaseNumber caseId={caseId} caseNo={caseNo} />,
      width: 205,
      fixed: 'left',
      keep: true,
    },
    ...(list === 'waitingApproval' ? requested(t) : []),
    ...(over ? ended(t) : running(t)),
    { key: 'item', title: t('clerk.item'), text: ({ itemName }) => itemName, width: 126 },
    { key: 'applicant', title: t('clerk.applicant'), text: ({ applicant }) => applicant, width: 84 },
    ...(list === 'closed'
      ? []
      : [
          {
            key: 'step',
            title: t(over ? 'clerk.stepDone' : 'clerk.step'),
            text: (row: Row) => row.stepTitle,
            width: 118,
          },
        ]),
    {
      key: 'department',
      title: t('clerk.departmentName'),
      text: (row) => row.departmentName,
      width: 160,
      hidden: true,
    },
    ...(over
      ? []
      : [
          {
            key: 'nextRole',
            title: t('clerk.nextRole'),
            text: (row: Row) => said('role', row.nextRole, row.nextRoleTitle),
            width: 106,
          },
        ]),
    { key: 'openedOn', title: t('clerk.openedOn'), text: ({ openedOn }) => openedOn, width: 110, hidden: true },
    { key: 'told', title: t('clerk.toldDueOn'), text: (row) => row.toldDueOn, width: 140, hidden: true },
    { key: 'reminders', title: t('clerk.reminders'), text: ({ reminders }) => reminders, width: 90, hidden: true },
  ];
}

function running(t: TFunction): readonly Column<Row>[] {
  const remaining = (row: Row) => remainingText(t, row, row.limitUnit);
  return [
    {
      key: 'light',
      title: t('clerk.light'),
      text: (row) => said('level', row.level, row.levelTitle) ?? t(`case.${row.light}`),
      render: (row) => (
        <CaseLight light={row.light} level={row.level} levelTitle={row.levelTitle} overdue={row.overdue} />
      ),
      width: 136,
      keep: true,
    },
    {
      key: 'remaining',
      title: t('clerk.remaining'),
      text: (row) => (row.light === 'stopped' ? t('case.stopped') : remaining(row)),
      render: (row) => <span className="number">{row.dueOn === null ? t('case.noClock') : remaining(row)}</span>,
      width: 124,
    },
    {
      key: 'dueOn',
      title: t('clerk.dueOn'),
      text: ({ dueOn, provisional }) =>
        dueOn === null ? null : `${dueOn}${provisional ? `（${t('clerk.provisional')}）` : ''}`,
      width: 104,
    },
    {
      key: 'clock',
      title: t('clerk.clock'),
      text: ({ clock, clockTitle }) => saidClock(clock, clockTitle),
      width: 122,
    },
  ];
}

function requested(t: TFunction): readonly Column<Row>[] {
  const text = ({ requests }: Row) => requests.map(({ order, title }) => said('order', order, title)).join('、');
  return [{ key: 'requests', title: t('clerk.requests'), text, width: 150, keep: true }];
}

function ended(t: TFunction): readonly Column<Row>[] {
  return [
    { key: 'finishedAt', title: t('clerk.finishedAt'), text: ({ finishedAt }) => instantText(finishedAt), width: 150 },
    {
      key: 'result',
      title: t('clerk.result'),
      text: ({ result, resultTitle }) => said('result', result, resultTitle),
      width: 130,
    },
  ];
}
