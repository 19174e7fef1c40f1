import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OkOf, QueryOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import type { Filter } from '../filter/filters.ts';
import { timeSortField } from '../filter/sort-field.ts';
import { inTime } from '../filter/sorting.ts';
import { useFilters } from '../filter/use-filters.ts';
import { paths } from '../paths.ts';
import { forget } from '../queries.ts';
import { useSession } from '../session.tsx';
import { Vacancies } from '../department/vacancies.tsx';
import type { Column } from '../ui/column.ts';
import { ShortNumber } from '../ui/case-number.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { LevelLight } from '../ui/level-light.tsx';
import { instantText } from '../ui/words.ts';
import { inLanguage, said, bracketed, labelled, byWhom } from '../i18n/said.ts';

type Row = OkOf<'listMessages'>['items'][number];

/** What the product has told the person: new steps, requests to approve, reminders, warnings. */
export function Component() {
  const { t } = useTranslation();
  const { renew } = useSession();
  const filters = useFilters<QueryOf<'listMessages'>>('messages', useMessageFields());
  const read = async (messageId: string) => {
    await call('readMessage', { params: { messageId } });
    await forget('listMessages');
    renew();
  };
  const readAll = async () => {
    await call('readAllMessages', {});
    await forget('listMessages');
    renew();
  };
  return (
    <>
      <Vacancies />
      <DataTable<Row>
        id="messages"
        title={t('frame.messages')}
        queryKey={['listMessages', filters.asked]}
        filters={filters}
        empty={t('frame.emptyMessages')}
        load={(page, signal) =>
          call('listMessages', { query: { ...filters.query, ...page }, ...(signal && { signal }) })
        }
        rowKey={({ messageId }) => messageId}
        actions={<Button onClick={() => void readAll()}>{t('frame.readAll')}</Button>}
        columns={columnsOf(t, read)}
      />
    </>
  );
}

function useMessageFields(): readonly Filter[] {
  const { t } = useTranslation();
  const levels = ['red', 'yellow', 'notice'] as const;
  return [
    {
      is: 'choice',
      name: 'unread',
      title: t('frame.state'),
      any: t('frame.readOrNot'),
      options: [{ value: 'true', label: t('frame.notRead') }],
    },
    {
      is: 'choice',
      name: 'level',
      title: t('frame.messageLevel'),
      any: t('frame.allMessages'),
      options: levels.map((level) => ({ value: level, label: t(`frame.messages_${level}`) })),
    },
    timeSortField(t),
  ];
}

function columnsOf(t: TFunction, read: (messageId: string) => Promise<void>): readonly Column<Row>[] {
  return [
    { key: 'at', title: t('frame.time'), text: ({ at }) => instantText(at), width: 150, keep: true, sorts: inTime },
    {
      key: 'level',
      title: t('clerk.light'),
      text: ({ level, levelTitle }) => said('level', level, levelTitle),
      render: ({ level, levelTitle }) => (level === null ? '—' : <LevelLight level={level} title={levelTitle ?? ''} />),
      width: 100,
    },
    {
      key: 'title',
      title: t('frame.message'),
      text: (row) => `${whatOf(row)}${bracketed(row.caseNo)} ${sentenceOf(row)}`,
      render: (row) => (
        <div style={{ maxWidth: 500 }}>
          <Link
            to={paths.oneCase(row.caseId)}
            aria-label={`${whatOf(row)}${bracketed(row.caseNo)}`}
            style={{ fontWeight: row.read ? 400 : 600 }}
            onClick={() => void (row.read ? undefined : read(row.messageId))}
          >
            {whatOf(row)} <ShortNumber caseNo={row.caseNo} />
          </Link>
          <div className="why">{sentenceOf(row)}</div>
        </div>
      ),
      keep: true,
    },
    { key: 'step', title: t('supervision.step'), text: ({ step }) => step && inLanguage(step), width: 150 },
    {
      key: 'read',
      title: t('frame.state'),
      text: (row) => t(row.read ? 'frame.read' : 'frame.notRead'),
      render: (row) =>
        row.read ? (
          t('frame.read')
        ) : (
          <Button size="small" onClick={() => void read(row.messageId)}>
            {t('frame.markRead')}
          </Button>
        ),
      width: 120,
    },
  ];
}

/** What happened, and to a case of which item. */
function whatOf({ kind, kindTitle, level, itemName }: Row): string {
  const what = level === null ? said('message', kind, kindTitle) : said('level', level, kindTitle);
  return labelled(what, itemName);
}

/** Who did what, in a sentence. */
function sentenceOf({ actorName, sentence }: Row): string {
  return actorName === null ? inLanguage(sentence) : byWhom(actorName, inLanguage(sentence));
}
