import { EditOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex, Tabs, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { OkOf } from '../../../contract/routes.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import '../../department/texts.ts';
import { useFlowTabs } from '../../department/flow-parts.tsx';
import { Versions } from '../../department/versions.tsx';
import { GuideForm } from '../../department/guide-form.tsx';
import { GuideElements, withLimits } from '../../guide/elements.tsx';
import { paths } from '../../paths.ts';
import { useRoute } from '../../queries.ts';
import { useMe } from '../../session.tsx';
import { mayCall } from '../../me.ts';
import { Answered } from '../../ui/states.tsx';
import { labelled } from '../../i18n/said.ts';

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
              · {labelled(t('department.inForce'), '')}
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

/** The guide elements, and their form for whom the API lets change them. */
function Guide({ item }: { item: Item }) {
  const { t } = useTranslation();
  const allowed = mayCall(useMe(), 'changeItem');
  const [editing, setEditing] = useState(false);
  if (editing) return <GuideForm item={item} onEnd={() => setEditing(false)} />;
  return (
    <>
      {allowed ? (
        <Button icon={<EditOutlined aria-hidden />} style={{ marginBottom: 12 }} onClick={() => setEditing(true)}>
          {t('department.guideEdit')}
        </Button>
      ) : (
        <p className="why">{t('department.guideOnlyCatalogue')}</p>
      )}
      <GuideElements guide={item.flow === null ? item.guide : withLimits(item.guide, item.flow.definition)} />
    </>
  );
}

function ItemTabs({ item, more = [] }: { item: Item; more?: ReturnType<typeof useFlowTabs> }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  return (
    <Tabs
      activeKey={search.get('tab') ?? 'guide'}
      onChange={(tab) => setSearch({ tab }, { replace: true })}
      items={[
        { key: 'guide', label: t('department.guide'), children: <Guide item={item} /> },
        { key: 'versions', label: t('department.versions'), children: <Versions item={item} /> },
        ...more,
      ]}
    />
  );
}
