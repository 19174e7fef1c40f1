import { Alert, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { BatchForm } from '../batch/batch-form.tsx';
import { BatchReceipt } from '../batch/batch-receipt.tsx';
import { BatchTable } from '../batch/batch-table.tsx';
import '../batch/texts.ts';
import { useBatch } from '../batch/use-batch.ts';
import { ItemChoice } from '../filing/item-choice.tsx';
import { useRoute } from '../queries.ts';
import { useMe } from '../session.tsx';
import { Answered } from '../ui/states.tsx';

/** 批量收件: one agent, one item, a list of applicants; one receipt. */
export function Component() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const itemCode = search.get('item');
  return (
    <Flex vertical gap={12}>
      <Card size="small" className="no-print">
        <Typography.Title level={1} style={{ fontSize: 18, marginTop: 0 }}>
          {t('batch.title')}
        </Typography.Title>
        <Typography.Paragraph>{t('batch.about')}</Typography.Paragraph>
        <ItemChoice value={itemCode} onChange={(code) => setSearch({ item: code })} />
      </Card>
      {itemCode !== null && <OfItem key={itemCode} itemCode={itemCode} />}
    </Flex>
  );
}

function OfItem({ itemCode }: { itemCode: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const batch = useBatch(itemCode, me.name);
  const [round, setRound] = useState(0);
  const item = useRoute('oneItem', { params: { itemCode } }, { staleMs: 60_000 });
  const clock = useRoute('businessClock', {});
  const anew = () => {
    batch.clear();
    setRound(round + 1);
  };
  return (
    <Answered query={item}>
      {({ name, flow }) =>
        flow === null ? (
          <Alert showIcon type="warning" title={t('clerk.itemWithoutFlow')} />
        ) : batch.rows.length > 0 ? (
          <>
            <BatchTable batch={batch} onAnew={anew} />
            {!batch.busy && <BatchReceipt itemName={name} rows={batch.rows} />}
          </>
        ) : (
          <Answered query={clock}>
            {({ today }) => (
              <BatchForm
                key={round}
                flow={flow.definition}
                // The API tells a day of the calendar.
                today={today as CivilDate}
                onFile={(bodies) => void batch.begin(bodies)}
              />
            )}
          </Answered>
        )
      }
    </Answered>
  );
}
