import { Card, Flex, Form, Tabs, Typography } from 'antd';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { OkOf } from '../../../contract/routes.ts';
import { same } from '../../../domain/flow/diff/compare.ts';
import '../../department/texts.ts';
import '../../designer/trial/texts.ts';
import { Differences } from '../../department/differences.tsx';
import { ExportFlow } from '../../department/export-flow.tsx';
import { FlowActs } from '../../department/flow-acts.tsx';
import { useFlowTabs } from '../../department/flow-parts.tsx';
import { FlowStatus, versionInForce } from '../../department/flow-status.tsx';
import { FlowText } from '../../department/flow-text.tsx';
import type { TextFields } from '../../department/flow-text.tsx';
import { Facts } from '../../guide/section.tsx';
import { paths } from '../../paths.ts';
import { forget, queryClient, useRoute } from '../../queries.ts';
import { readJson } from '../../ui/json-lines.ts';
import { Answered, Loading } from '../../ui/states.tsx';
import { instantText } from '../../ui/words.ts';

const TrialPart = lazy(() =>
  import('../../designer/trial/trial-part.tsx').then((file) => ({ default: file.TrialPart })),
);

type Flow = OkOf<'oneFlow'>;

/** One version of a flow: picture, text with findings, difference, what it holds; check and publish. */
export function Component() {
  const { flowId = '' } = useParams();
  const flow = useRoute('oneFlow', { params: { flowId } });
  return <Answered query={flow}>{(data) => <FlowPage key={flowId} flow={data} />}</Answered>;
}

function FlowPage({ flow }: { flow: Flow }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [form] = Form.useForm<TextFields>();
  const text = Form.useWatch('text', { form, preserve: true });
  const unsaved = text !== undefined && !isWritten(text, flow);
  const take = async (next: Flow) => {
    queryClient.setQueryData(['oneFlow', { params: { flowId: next.id } }], next);
    await forget('listFlows', 'listItems', 'oneItem');
  };
  const tabs = [
    { key: 'text', label: t('department.text'), children: <FlowText flow={flow} form={form} onSaved={take} /> },
    { key: 'difference', label: t('department.difference'), children: <Differences flow={flow} /> },
    ...useFlowTabs(flow.definition),
    { key: 'trial', label: t('trial.tab'), children: <Tried flow={flow} /> },
  ];
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <FlowHead flow={flow} />
        <div style={{ marginTop: 12 }}>
          <FlowActs flow={flow} unsaved={unsaved} onDone={take} />
        </div>
      </Card>
      <Card size="small">
        <Tabs
          activeKey={search.get('tab') ?? (flow.status === 'published' ? 'picture' : 'text')}
          onChange={(tab) => setSearch({ tab }, { replace: true })}
          items={tabs}
        />
      </Card>
    </Flex>
  );
}

/** A case of what is saved. */
function Tried({ flow: { definition, findings } }: { flow: Flow }) {
  return (
    <Suspense fallback={<Loading />}>
      <TrialPart definition={definition} findings={findings} />
    </Suspense>
  );
}

/** Whether a text says what is saved, in whatever layout. */
function isWritten(text: string, { definition }: Flow): boolean {
  const read = readJson(text);
  return read.mistake === null && same(read.value, definition);
}

function FlowHead({ flow }: { flow: Flow }) {
  const { t } = useTranslation();
  const versions = useRoute('listFlows', { params: { itemCode: flow.itemCode } });
  const items = versions.data?.items ?? [];
  const running = items.find(({ id }) => id === flow.id)?.runningCases ?? 0;
  return (
    <>
      <Flex wrap gap={12} align="center" style={{ marginBottom: 8 }}>
        <Typography.Title level={1} style={{ fontSize: 18, margin: 0 }}>
          <Link to={`${paths.item(flow.itemCode)}?tab=versions`} style={{ textDecoration: 'underline' }}>
            {flow.itemName}
          </Link>{' '}
          {t('department.version', { version: flow.version })}
        </Typography.Title>
        <FlowStatus flow={flow} inForce={versionInForce(items)} />
        <ExportFlow flow={flow} />
      </Flex>
      <Facts
        rows={[
          { word: t('department.ofDepartment'), value: flow.departmentName },
          { word: t('department.draftedBy'), value: flow.draftedByName ?? '—' },
          ...(flow.status === 'published'
            ? [
                {
                  word: t('department.publishedBy'),
                  value: `${flow.publishedByName ?? '—'} ${instantText(flow.publishedAt)}`,
                },
                { word: t('department.running'), value: t('department.runningCount', { count: running }) },
              ]
            : []),
        ]}
      />
    </>
  );
}
