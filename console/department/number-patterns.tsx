import { App, Button, Card, Flex, Form, Input, Modal, Table, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyOf, OkOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import { inLanguage } from '../i18n/said.ts';
import { forget, useRoute } from '../queries.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { needed } from '../ui/rules.ts';
import { Answered } from '../ui/states.tsx';

type Department = OkOf<'numberPatterns'>['items'][number];
type Row = Department['kinds'][number];
type Kind = BodyOf<'enforcePattern'>['kind'];

/** How each department of the person numbers its documents, kind by kind. */
export function NumberPatterns() {
  const patterns = useRoute('numberPatterns', {});
  return (
    <Answered query={patterns}>
      {({ items }) => items.map((one) => <PatternsOf key={one.departmentId} department={one} />)}
    </Answered>
  );
}

function PatternsOf({ department }: { department: Department }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<Row | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { departmentId, departmentName, propose, kinds } = department;
  const enforce = async (row: Row) => {
    setError(null);
    try {
      await call('enforcePattern', { body: { departmentId, kind: row.kind as Kind } });
      void message.success(t('numbers.enforced'));
    } catch (caught) {
      setError(caught);
    } finally {
      await forget('numberPatterns');
    }
  };
  return (
    <Card
      size="small"
      title={
        <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
          {t('numbers.patterns', { department: departmentName })}
        </Typography.Title>
      }
    >
      <p className="why">{t('numbers.lead')}</p>
      <ProblemAlert error={error} />
      <Table<Row>
        size="small"
        rowKey="kind"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={[...kinds]}
        columns={[
          { title: t('numbers.kind'), render: (_v, { title }) => inLanguage(title) },
          { title: t('numbers.pattern'), render: (_v, row) => <InForce row={row} /> },
          { title: t('numbers.next'), render: (_v, { next }) => next ?? '—' },
          {
            title: t('numbers.proposed'),
            render: (_v, row) => <Proposed row={row} onEnforce={() => void enforce(row)} />,
          },
          {
            title: '',
            render: (_v, row) =>
              propose === null && (
                <Button size="small" onClick={() => setAsked(row)}>
                  {t('numbers.propose')}
                </Button>
              ),
          },
        ]}
      />
      {propose !== null && <div className="why">{propose}</div>}
      {asked !== null && <ProposeDialog departmentId={departmentId} row={asked} onClose={() => setAsked(null)} />}
    </Card>
  );
}

function InForce({ row: { pattern, since, inForceBy } }: { row: Row }) {
  const { t } = useTranslation();
  if (pattern === null) return <Typography.Text type="secondary">{t('numbers.typed')}</Typography.Text>;
  return (
    <>
      {pattern}
      <div className="why">{t('numbers.since', { day: (since ?? '').slice(0, 10), name: inForceBy ?? '' })}</div>
    </>
  );
}

function Proposed({ row, onEnforce }: { row: Row; onEnforce: () => void }) {
  const { t } = useTranslation();
  const { proposed, proposedBy, proposedNext, enforce } = row;
  if (proposed === null) return '—';
  return (
    <>
      <Flex gap={8} align="center">
        {proposed}
        {enforce === null && (
          <Button size="small" type="primary" onClick={onEnforce}>
            {t('numbers.enforce')}
          </Button>
        )}
      </Flex>
      <div className="why">{t('numbers.proposedBy', { name: proposedBy ?? '', next: proposedNext ?? '' })}</div>
      {enforce !== null && <div className="why">{enforce}</div>}
    </>
  );
}

function ProposeDialog({ departmentId, row, onClose }: { departmentId: string; row: Row; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ pattern: string }>();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async ({ pattern }: { pattern: string }) => {
    setBusy(true);
    setError(null);
    try {
      await call('proposePattern', { body: { departmentId, kind: row.kind as Kind, pattern } });
      await forget('numberPatterns');
      void message.success(t('numbers.saved'));
      onClose();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('numbers.proposeTitle', { kind: inLanguage(row.title) })}
      okText={t('numbers.propose')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <ProblemAlert error={error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ pattern: row.proposed ?? row.pattern ?? '' }}
        onFinish={(values) => void send(values)}
      >
        <Form.Item
          name="pattern"
          label={t('numbers.proposed')}
          extra={t('numbers.patternHint')}
          required
          rules={[needed(t, t('numbers.proposed'), { isText: true })]}
        >
          <Input maxLength={60} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
