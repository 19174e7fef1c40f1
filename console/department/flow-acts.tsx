import { CheckCircleOutlined, SendOutlined } from '@ant-design/icons';
import { Alert, App, Flex, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { useSubmission } from '../use-submission.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { Differences } from './differences.tsx';
import { FlowImpact } from './impact.tsx';
import { ActButton } from './refused-act.tsx';

type Flow = OkOf<'oneFlow'>;

interface Props {
  readonly flow: Flow;
  /** Whether the text has changes that are not saved: neither check nor publish would see them. */
  readonly unsaved: boolean;
  readonly onDone: (flow: Flow) => Promise<void>;
}

/** Check and publish, as the API offers them; publishing shows first what will be different. */
export function FlowActs({ flow, unsaved, onDone }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [check, publish] = (['check', 'publish'] as const).map((act) => flow.acts.find((one) => one.act === act));
  const waits = unsaved ? t('department.unsaved') : null;
  const checking = useCheck(flow, onDone);
  return (
    <>
      <ProblemAlert error={checking.error} onRetry={checking.again} />
      <Flex wrap gap={8} align="flex-start">
        {check && flow.status !== 'published' && (
          <ActButton
            offer={{ ...check, title: t('department.check') }}
            waits={waits}
            icon={<CheckCircleOutlined aria-hidden />}
            busy={checking.busy}
            onPress={checking.run}
          />
        )}
        {publish && flow.status !== 'published' && (
          <ActButton
            primary
            offer={{ ...publish, title: t('department.publish') }}
            waits={waits}
            icon={<SendOutlined aria-hidden />}
            onPress={() => setAsking(true)}
          />
        )}
      </Flex>
      {asking && <PublishDialog flow={flow} onDone={onDone} onClose={() => setAsking(false)} />}
    </>
  );
}

function useCheck(flow: Flow, onDone: Props['onDone']) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { send, again, busy, error } = useSubmission('checkFlow', `check.${flow.id}.${flow.revision}`);
  const settle = async (checked: Flow | null) => {
    if (checked === null) return;
    await onDone(checked);
    const errors = checked.findings.filter(({ severity }) => severity === 'error').length;
    const words = t('department.checkedNow', { errors, warnings: checked.findings.length - errors });
    void (errors === 0 ? message.success(words) : message.warning(words));
  };
  return {
    busy,
    error,
    run: () => void send({ params: { flowId: flow.id } }).then(settle),
    again: () => void again().then(settle),
  };
}

/** The last look: what becomes different for cases from now on, and what the gate warns of. */
function PublishDialog({ flow, onDone, onClose }: Omit<Props, 'unsaved'> & { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { send, again, busy, error } = useSubmission('publishFlow', `publish.${flow.id}.${flow.revision}`);
  useFocusBack();
  const settle = async (published: Flow | null) => {
    if (published === null) return;
    await onDone(published);
    void message.success(t('department.publishedNow', { version: published.version }));
    onClose();
  };
  const title = t('department.publishTitle', { version: flow.version });
  return (
    <Modal
      open
      width={760}
      title={title}
      okText={title}
      cancelText={t('frame.cancel')}
      confirmLoading={busy}
      onOk={() => void send({ params: { flowId: flow.id } }).then(settle)}
      onCancel={onClose}
    >
      <ProblemAlert error={error} onRetry={() => void again().then(settle)} />
      <p>{t('department.publishNote')}</p>
      <Differences flow={flow} fixed />
      <Typography.Title level={3} style={{ fontSize: 14, marginTop: 16 }}>
        {t('department.impact')}
      </Typography.Title>
      <FlowImpact flowId={flow.id} />
      {flow.findings.map(({ at, code, message: words }) => (
        <Alert key={`${at} ${code}`} showIcon type="warning" title={words} style={{ marginTop: 8 }} />
      ))}
    </Modal>
  );
}
