import { Alert, Card, Flex, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { OkOf, ParamsOf } from '../../../contract/routes.ts';
import { catalogueKinds, entryStates, itemTypes, useLevels } from '../../../domain/catalogue/words.ts';
import '../../catalogue/texts.ts';
import { wordOf, wordsOf } from '../../catalogue/words-of.ts';
import { inLanguage } from '../../i18n/said.ts';
import { paths } from '../../paths.ts';
import { useRoute } from '../../queries.ts';
import { Light } from '../../ui/light.tsx';
import { Answered } from '../../ui/states.tsx';

type Answer = OkOf<'oneEntry'>;
type Entry = Answer['entry'];

/** One entry of the catalogue beside its basic item, with what should be the same and is not. */
export function Component() {
  // The API checks what stands in the address.
  const params = useParams() as unknown as ParamsOf<'oneEntry'>;
  const entry = useRoute('oneEntry', { params });
  return <Answered query={entry}>{(answer) => <EntryPage {...answer} />}</Answered>;
}

function EntryPage({ entry, basic, rule, differences }: Answer) {
  const { t } = useTranslation();
  const { kind, code, basicCode, isItem } = entry;
  const count = differences.length;
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Typography.Title level={1} style={{ fontSize: 18, marginTop: 0 }}>
          {entry.name}
        </Typography.Title>
        <div>
          {inLanguage(catalogueKinds[kind])} · <span className="number">{code}</span>
        </div>
        {isItem && <Link to={paths.item(code)}>{t('catalogue.toItem')}</Link>}
        {kind === 'implementing' && (
          <Alert
            showIcon
            role="note"
            style={{ marginTop: 12 }}
            type={count > 0 ? 'warning' : basic === null ? 'info' : 'success'}
            title={said()}
            {...(rule !== null && { description: inLanguage(rule) })}
          />
        )}
      </Card>
      <Card size="small">
        <Elements entry={entry} basic={basic} different={differences.map(({ column }) => column)} />
      </Card>
    </Flex>
  );

  function said(): string {
    if (basic === null) return t('catalogue.noBasic', { code: basicCode });
    return count > 0 ? t('catalogue.isDifferent', { count }) : t('catalogue.isSame');
  }
}

interface Elements {
  readonly entry: Entry;
  readonly basic: Entry | null;
  readonly different: readonly string[];
}

function Elements({ entry, basic, different }: Elements) {
  const { t } = useTranslation();
  const elements: readonly (readonly [key: string, title: string, read: (of: Entry) => string])[] = [
    ['name', t('catalogue.name'), ({ name }) => name],
    ['type', t('catalogue.type'), ({ type }) => wordOf(itemTypes, type)],
    ['legalBasis', t('catalogue.legalBasis'), ({ legalBasis }) => legalBasis],
    ['mainName', t('catalogue.mainName'), ({ mainName }) => mainName],
    ['levels', t('catalogue.level'), ({ levels }) => wordsOf(useLevels, levels)],
    ['state', t('catalogue.state'), ({ state }) => wordOf(entryStates, state)],
    ['basicCode', t('catalogue.basicCode'), ({ kind, code, basicCode }) => (kind === 'basic' ? code : basicCode)],
    ['department', t('catalogue.department'), ({ department }) => department],
    ['departmentCode', t('catalogue.departmentCode'), ({ departmentCode }) => departmentCode],
    ['region', t('catalogue.region'), ({ region }) => region],
    ['changedAt', t('catalogue.changedAt'), ({ changedAt }) => changedAt.slice(0, 16).replace('T', ' ')],
  ];
  const rows = elements.map(([key, title, read]) => ({
    key,
    title,
    own: read(entry) || t('catalogue.missing'),
    basic: basic === null ? '' : read(basic) || '—',
    differs: different.includes(key),
  }));
  return (
    <Table
      size="small"
      rowKey="key"
      pagination={false}
      scroll={{ x: basic === null ? 320 : 640 }}
      dataSource={rows}
      columns={[
        { title: t('catalogue.element'), dataIndex: 'title', width: 110 },
        {
          title: inLanguage(catalogueKinds[entry.kind]),
          render: (_, { own, differs }) => (
            <>
              {own} {differs && <Light colour="yellow">{t('catalogue.differsOnly')}</Light>}
            </>
          ),
        },
        ...(basic === null ? [] : [{ title: t('catalogue.ofBasic'), dataIndex: 'basic' }]),
      ]}
    />
  );
}
