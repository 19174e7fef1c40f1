import { Button, Card, Flex, Progress, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { FiledBefore } from '../filing/filed-before.tsx';
import { ProblemError } from '../problem-error.ts';
import { CaseNumber } from '../ui/case-number.tsx';
import type { BatchRow } from './batch-store.ts';
import type { useBatch } from './use-batch.ts';

/** How far a list is, and what became of each of its rows. */
export function BatchTable({ batch, onAnew }: { batch: ReturnType<typeof useBatch>; onAnew: () => void }) {
  const { t } = useTranslation();
  const { rows, busy } = batch;
  const done = rows.filter(({ filed }) => filed !== null).length;
  const left = rows.length - done;
  return (
    <Card size="small" className="no-print">
      <Flex align="center" gap={12} wrap>
        <Progress
          style={{ maxWidth: 320 }}
          percent={Math.round((100 * done) / rows.length)}
          aria-label={t('batch.state')}
        />
        <span role="status">{t('batch.progress', { done, count: rows.length })}</span>
        {busy && <Button onClick={batch.stop}>{t('batch.stop')}</Button>}
        {!busy && left > 0 && (
          <Button type="primary" onClick={() => void batch.again()}>
            {t('batch.again', { count: left })}
          </Button>
        )}
        {!busy && <Button onClick={onAnew}>{t('batch.anew')}</Button>}
      </Flex>
      <Table<BatchRow>
        size="small"
        rowKey="key"
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 640 }}
        dataSource={[...rows]}
        columns={[
          { title: t('batch.row'), width: 70, render: (_, _row, i) => i + 1 },
          { title: t('clerk.applicant'), render: (_, { body }) => body.applicant.name },
          {
            title: t('clerk.caseNo'),
            render: (_, { filed }) => filed && <CaseNumber caseId={filed.caseId} caseNo={filed.caseNo} />,
          },
          { title: t('batch.state'), render: (_, row) => <State row={row} batch={batch} /> },
        ]}
      />
    </Card>
  );
}

function State({ row, batch }: { row: BatchRow; batch: ReturnType<typeof useBatch> }) {
  const { t } = useTranslation();
  const { filed, error, key } = row;
  if (filed !== null) return t('batch.filed');
  if (error === null) return t('batch.waiting');
  return (
    <>
      <Typography.Text type="danger">
        {error instanceof ProblemError ? error.problem.detail : t('frame.networkText')}
      </Typography.Text>
      <FiledBefore error={error} busy={batch.busy} onFile={(caseNo) => void batch.again({ key, caseNo })} />
    </>
  );
}
