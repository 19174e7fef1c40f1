import { EditOutlined } from '@ant-design/icons';
import { App, Button, Flex, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { OkOf } from '../../contract/routes.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { flowByPattern } from '../../domain/flow/patterns/standard.ts';
import { call } from '../api.ts';
import { paths } from '../paths.ts';
import { forget, useRoute } from '../queries.ts';
import { useSubmission } from '../use-submission.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { Answered, Nothing } from '../ui/states.tsx';
import { instantText } from '../ui/words.ts';
import { DraftFrom } from './draft-from.tsx';
import { FlowStatus, versionInForce } from './flow-status.tsx';
import type { Version } from './flow-status.tsx';
import { ActButton } from './refused-act.tsx';
import { joined } from '../i18n/said.ts';

/** The versions of an item's flow with the open cases that follow each, and the start of a new one. */
export function Versions({ item }: { item: OkOf<'oneItem'> }) {
  const versions = useRoute('listFlows', { params: { itemCode: item.code } });
  return <Answered query={versions}>{(data) => <VersionTable item={item} data={data} />}</Answered>;
}

function VersionTable({ item, data }: { item: OkOf<'oneItem'>; data: OkOf<'listFlows'> }) {
  const { t } = useTranslation();
  const inForce = versionInForce(data.items);
  return (
    <>
      <DraftNew item={item} data={data} />
      <Table<Version>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={data.items}
        locale={{ emptyText: <Nothing>{t('department.noFlow')}</Nothing> }}
        columns={[
          {
            title: t('department.versions'),
            render: (_v, { id, version }) => <Link to={paths.flow(id)}>{t('department.version', { version })}</Link>,
          },
          { title: t('department.status'), render: (_v, flow) => <FlowStatus flow={flow} inForce={inForce} /> },
          { title: t('department.findings'), render: (_v, flow) => <FindingCount flow={flow} /> },
          {
            title: t('department.running'),
            render: (_v, { status, runningCases }) =>
              status === 'published' ? t('department.runningCount', { count: runningCases }) : '—',
          },
          { title: t('department.draftedBy'), render: (_v, { draftedByName }) => draftedByName ?? '—' },
          { title: t('department.publishedBy'), render: (_v, { publishedByName }) => publishedByName ?? '—' },
          { title: t('department.publishedAt'), render: (_v, { publishedAt }) => instantText(publishedAt) },
        ]}
      />
      <div className="why">{t('department.runningNote')}</div>
    </>
  );
}

function FindingCount({ flow: { errors, warnings } }: { flow: Version }) {
  const { t } = useTranslation();
  const words = [
    ...(errors === 0 ? [] : [t('department.errorsCount', { count: errors })]),
    ...(warnings === 0 ? [] : [t('department.warningsCount', { count: warnings })]),
  ];
  return words.length === 0 ? t('department.noFindings') : joined(words, '，');
}

/** A new version begins as the one in force, or the newest there is, or the frame of every flow; or from elsewhere. */
function DraftNew({ item, data }: { item: OkOf<'oneItem'>; data: OkOf<'listFlows'> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const submission = useSubmission('draftFlow', `draft.${item.code}`);
  const [choosing, setChoosing] = useState(false);
  const newest = data.items[0];
  const begin = async () => {
    const definition =
      item.flow?.definition ??
      (newest === undefined
        ? flowByPattern('frame', item)
        : (await call('oneFlow', { params: { flowId: newest.id } })).definition);
    await draft(definition);
  };
  const draft = async (definition: FlowDefinition) =>
    open(await submission.send({ params: { itemCode: item.code }, body: { definition } }));
  const open = async (drafted: OkOf<'draftFlow'> | null) => {
    if (drafted === null) return;
    void message.success(t('department.drafted', { version: drafted.version }));
    await forget('listFlows', 'listItems');
    void navigate(paths.flow(drafted.id));
  };
  return (
    <div style={{ marginBottom: 12 }}>
      <ProblemAlert error={submission.error} onRetry={() => void submission.again().then(open)} />
      <Flex wrap gap={8} align="flex-start">
        <ActButton
          primary
          offer={{ ...data.draft, title: t('department.draftNew') }}
          icon={<EditOutlined aria-hidden />}
          busy={submission.busy}
          onPress={() => void begin()}
        />
        {data.draft.refusedBecause === undefined && (
          <Button onClick={() => setChoosing(true)}>{t('department.draftFrom')}</Button>
        )}
      </Flex>
      {choosing && (
        <DraftFrom
          item={item}
          busy={submission.busy}
          error={submission.error}
          onChosen={(definition) => void draft(definition)}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}
