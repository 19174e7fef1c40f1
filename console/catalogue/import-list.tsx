import { Card, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { catalogueKinds } from '../../domain/catalogue/words.ts';
import { inLanguage } from '../i18n/said.ts';
import { paths } from '../paths.ts';
import { useRoute } from '../queries.ts';
import { Answered, Nothing } from '../ui/states.tsx';
import { importState } from './import-state.ts';

/** What the person has brought of late: an import that a closed page left is gone on with there. */
export function ImportList() {
  const { t } = useTranslation();
  const imports = useRoute('listImports', {});
  return (
    <Card size="small" title={t('catalogue.imports')}>
      <Answered query={imports}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing />
          ) : (
            <Table
              size="small"
              rowKey="id"
              pagination={false}
              scroll={{ x: 560 }}
              dataSource={items}
              columns={[
                {
                  title: t('catalogue.fileName'),
                  render: (_, { id, fileName }) => <Link to={paths.oneImport(id)}>{fileName}</Link>,
                },
                { title: t('catalogue.kind'), width: 110, render: (_, { kind }) => inLanguage(catalogueKinds[kind]) },
                {
                  title: t('catalogue.madeAt'),
                  width: 160,
                  render: (_, { madeAt }) => madeAt.slice(0, 16).replace('T', ' '),
                },
                { title: t('catalogue.progress'), width: 240, render: (_, found) => importState(t, found) },
              ]}
            />
          )
        }
      </Answered>
    </Card>
  );
}
