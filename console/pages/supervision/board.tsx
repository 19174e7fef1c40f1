import { DesktopOutlined } from '@ant-design/icons';
import { Button, Card, Col, Flex, Row, Statistic, Typography } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { paths } from '../../paths.ts';
import { useRoute } from '../../queries.ts';
import { BoardCases } from '../../supervision/board-cases.tsx';
import type { Chosen } from '../../supervision/board-cases.tsx';
import { BoardTable, boardLights } from '../../supervision/board-table.tsx';
import { linesOf, openOf, sumOf } from '../../supervision/counts.ts';
import type { Board } from '../../supervision/counts.ts';
import { LiveState } from '../../supervision/live-state.tsx';
import { useRedWarnings } from '../../supervision/new-red.tsx';
import { OrderDialog } from '../../supervision/order-dialog.tsx';
import type { Asked } from '../../supervision/order-dialog.tsx';
import { RedList } from '../../supervision/red-list.tsx';
import { Light } from '../../ui/light.tsx';
import { useLive } from '../../ui/live.ts';
import { Answered } from '../../ui/states.tsx';

/** The board at a desk: lights by department and item, red warnings to acknowledge, all without reload. */
export function Component() {
  const { t } = useTranslation();
  const { connected } = useLive();
  const board = useRoute('board', {}, { refetchMs: 60_000 });
  const red = useRedWarnings();
  const [search, setSearch] = useSearchParams();
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      <Flex wrap align="center" justify="space-between" gap={8} style={{ marginBottom: 12 }}>
        <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
          {t('supervision.board')}
        </Typography.Title>
        <Flex wrap align="center" gap={16} className="no-print">
          <LiveState connected={connected} at={board.data?.at} />
          <Button icon={<DesktopOutlined />} href={paths.bigScreen}>
            {t('supervision.openBigScreen')}
          </Button>
        </Flex>
      </Flex>
      <Answered query={board}>
        {(data) => (
          <>
            <Totals board={data} />
            <Row gutter={[16, 16]}>
              <Col xs={24} xl={16}>
                <BoardTable lines={linesOf(data.rows)} onChoose={(chosen) => setSearch(addressOf(chosen))} />
              </Col>
              <Col xs={24} xl={8}>
                <RedList query={red} onAsk={setAsked} />
              </Col>
            </Row>
          </>
        )}
      </Answered>
      <BoardCases chosen={chosenIn(search, board.data)} onClose={() => setSearch({})} />
      <OrderDialog asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

/** The count that was pressed stands in the address: it can be sent to somebody, and 后退 closes it. */
function addressOf({ light, departmentId, itemCode }: Chosen): Record<string, string> {
  return { light, department: departmentId, ...(itemCode === null ? {} : { item: itemCode }) };
}

function chosenIn(search: URLSearchParams, board: Board | undefined): Chosen | null {
  const light = boardLights.find((one) => one === search.get('light'));
  const [departmentId, itemCode] = [search.get('department'), search.get('item')];
  if (light === undefined || departmentId === null || board === undefined) return null;
  const row = board.rows.find(
    (one) => one.departmentId === departmentId && one.itemCode === (itemCode ?? one.itemCode),
  );
  const name = (itemCode === null ? row?.departmentName : row?.itemName) ?? departmentId;
  return { light, departmentId, itemCode, name };
}

function Totals({ board }: { board: Board }) {
  const { t } = useTranslation();
  const sum = sumOf(board.rows);
  return (
    <Row gutter={[12, 12]} style={{ marginBottom: 16 }}>
      <Total title={t('supervision.open')} value={openOf(sum)} />
      {boardLights.map((light) => (
        <Total
          key={light}
          title={<Light colour={light}>{t(`supervision.${light}`)}</Light>}
          value={sum[light]}
          hint={t(`supervision.${light}Means`)}
        />
      ))}
      <Total
        title={t('supervision.ledgerOpen')}
        value={board.ledger.open}
        hint={`${t('supervision.ledgerOverdue')} ${board.ledger.overdue}`}
      />
    </Row>
  );
}

function Total({ title, value, hint }: { title: ReactNode; value: number; hint?: string }) {
  return (
    <Col xs={12} md={8} xl={4}>
      <Card size="small" style={{ height: '100%' }}>
        <Statistic title={title} value={value} styles={{ content: { fontSize: 28, fontWeight: 600 } }} />
        {hint !== undefined && <div className="why">{hint}</div>}
      </Card>
    </Col>
  );
}
