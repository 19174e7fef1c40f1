import { Alert, Card, Flex, Tabs, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { OkOf } from '../../../contract/routes.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import { useFlowTabs } from '../../department/flow-parts.tsx';
import { Versions } from '../../department/versions.tsx';
import { GuideElements } from '../../guide/elements.tsx';
import { paths } from '../../paths.ts';
import { useRoute } from '../../queries.ts';
import { Answered } from '../../ui/states.tsx';

type Item = OkOf<'oneItem'>;

/** One item: its guide elements, what its flow in force holds, and all versions. */
export function Component() {
  const { itemCode = '' } = useParams();
  const item = useRoute('oneItem', { params: { itemCode } });
  return <Answered query={item}>{(data) => <ItemPage item={data} />}</Answered>;
}

function ItemPage({ item }: { item: Item }) {
  const { t } = useTranslation();
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Typography.Title level={1} style={{ fontSize: 18, margin: 0 }}>
          {item.name}
        </Typography.Title>
        <div>
          {item.departmentName} · <span className="number">{item.code}</span>
          {item.flow && (
            <>
              {' '}
              · {t('department.inForce')}：
              <Link to={paths.flow(item.flow.id)} style={{ textDecoration: 'underline' }}>
                {t('department.version', { version: item.flow.version })}
              </Link>
            </>
          )}
        </div>
        {item.flow === null && (
          <Alert showIcon type="warning" title={t('department.noFlow')} style={{ marginTop: 8 }} />
        )}
      </Card>
      <Card size="small">
        {item.flow === null ? <ItemTabs item={item} /> : <FlowedItem item={item} definition={item.flow.definition} />}
      </Card>
    </Flex>
  );
}

function FlowedItem({ item, definition }: { item: Item; definition: FlowDefinition }) {
  return <ItemTabs item={item} more={useFlowTabs(definition)} />;
}

function ItemTabs({ item, more = [] }: { item: Item; more?: ReturnType<typeof useFlowTabs> }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  return (
    <Tabs
      activeKey={search.get('tab') ?? 'guide'}
      onChange={(tab) => setSearch({ tab }, { replace: true })}
      items={[
        { key: 'guide', label: t('department.guide'), children: <GuideElements guide={item.guide} /> },
        { key: 'versions', label: t('department.versions'), children: <Versions item={item} /> },
        ...more,
      ]}
    />
  );
}
