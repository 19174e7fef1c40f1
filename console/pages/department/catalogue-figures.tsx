import { Card, Flex, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { itemTypes, useLevels } from '../../../domain/catalogue/words.ts';
import '../../catalogue/texts.ts';
import { wordOf, wordsOf } from '../../catalogue/words-of.ts';
import { bracketed } from '../../i18n/said.ts';
import { useRoute } from '../../queries.ts';
import { Answered } from '../../ui/states.tsx';

interface Figure {
  readonly title: string;
  readonly count: number;
}

/** How many items there are: by type, level and department, as the reply of 2019 counts them. */
export function Component() {
  const { t } = useTranslation();
  const figures = useRoute('catalogueFigures', {});
  const unknown = t('catalogue.unknownLevel');
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Typography.Title level={1} style={{ fontSize: 18, marginTop: 0 }}>
          {t('catalogue.figures')}
        </Typography.Title>
        {t('catalogue.figuresLead')}
      </Card>
      <Answered query={figures}>
        {({ basic, types, levels, departments }) => (
          <Flex wrap gap={12} align="flex-start">
            <Figures
              title={t('catalogue.basicByType')}
              of={t('catalogue.type')}
              rows={basic.map(({ type, count }) => ({ title: wordOf(itemTypes, type), count }))}
            />
            <Figures
              title={t('catalogue.byType')}
              of={t('catalogue.type')}
              rows={types.map(({ type, count }) => ({ title: wordOf(itemTypes, type), count }))}
            />
            <Figures
              title={t('catalogue.byLevel')}
              of={t('catalogue.level')}
              rows={levels.map(({ levels: codes, count }) => ({ title: wordsOf(useLevels, codes) || unknown, count }))}
            />
            <Figures
              title={t('catalogue.byDepartment')}
              of={t('catalogue.department')}
              rows={departments.map(({ department, region, count }) => ({
                title: `${department}${bracketed(region)}`,
                count,
              }))}
              partial
            />
          </Flex>
        )}
      </Answered>
    </Flex>
  );
}

function Figures({
  title,
  of,
  rows,
  partial = false,
}: {
  title: string;
  of: string;
  rows: Figure[];
  partial?: boolean;
}) {
  const { t } = useTranslation();
  const sum = rows.reduce((all, { count }) => all + count, 0);
  return (
    <Card size="small" title={title} style={{ minWidth: 320, flex: '1 1 320px' }}>
      <Table<Figure>
        size="small"
        rowKey="title"
        pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={rows}
        columns={[
          { title: of, dataIndex: 'title' },
          { title: t('catalogue.count'), dataIndex: 'count', align: 'right', width: 110 },
        ]}
        {...(!partial && {
          summary: () => (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0}>{t('catalogue.sum')}</Table.Summary.Cell>
              <Table.Summary.Cell index={1} align="right">
                {sum}
              </Table.Summary.Cell>
            </Table.Summary.Row>
          ),
        })}
      />
    </Card>
  );
}
