import { Alert, Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { OkOf } from '../../contract/routes.ts';
import { FilingForm } from '../filing/filing-form.tsx';
import { GoOn } from '../filing/go-on.tsx';
import { ItemChoice } from '../filing/item-choice.tsx';
import { keepReceipt } from '../filing/receipt-store.ts';
import { paths } from '../paths.ts';
import { forget, useRoute } from '../queries.ts';
import { useMe } from '../session.tsx';
import { Answered } from '../ui/states.tsx';

/** 收件: choose the item, fill in, file. */
export function Component() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const itemCode = search.get('item');
  const [round, setRound] = useState(0);
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Typography.Title level={1} style={{ fontSize: 18, marginTop: 0 }}>
          {t('clerk.fileCase')}
        </Typography.Title>
        <ItemChoice value={itemCode} onChange={(code) => setSearch({ item: code })} />
        <Link to={paths.batchIntake(itemCode)}>{t('clerk.batch')}</Link>
      </Card>
      {itemCode !== null && (
        <Filing key={`${itemCode} ${round}`} itemCode={itemCode} onAgain={() => setRound(round + 1)} />
      )}
    </Flex>
  );
}

type Filed = OkOf<'fileCase'>;

function Filing({ itemCode, onAgain }: { itemCode: string; onAgain: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const item = useRoute('oneItem', { params: { itemCode } }, { staleMs: 60_000 });
  const clock = useRoute('businessClock', {});
  const [filed, setFiled] = useState<{ readonly answer: Filed; readonly files: Map<string, File> } | null>(null);
  if (filed !== null) {
    return (
      <>
        <FiledNote filed={filed.answer} onAgain={onAgain} />
        <GoOn caseId={filed.answer.caseId} files={filed.files} />
      </>
    );
  }
  const end = (answer: Filed, files: Map<string, File>) => {
    keepReceipt({ caseId: answer.caseId, queryCode: answer.queryCode, clerk: me.name });
    setFiled({ answer, files });
    void forget('worklist', 'worklistCounters');
  };
  return (
    <Answered query={item}>
      {(of) =>
        of.flow === null ? (
          <Alert showIcon type="warning" title={t('clerk.itemWithoutFlow')} />
        ) : (
          <Answered query={clock}>
            {({ today }) => <FilingForm itemCode={itemCode} flow={of.flow?.definition} today={today} onFiled={end} />}
          </Answered>
        )
      }
    </Answered>
  );
}

function FiledNote({ filed, onAgain }: { filed: Filed; onAgain: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Card role="status">
      <Typography.Title level={2} style={{ fontSize: 18, marginTop: 0 }}>
        {t('clerk.filed')}
      </Typography.Title>
      <Typography.Paragraph>{t('clerk.filedText')}</Typography.Paragraph>
      <Typography.Paragraph className="number" style={{ fontSize: 22 }}>
        {t('clerk.caseNo')}{' '}
        <Typography.Text strong copyable style={{ fontSize: 22 }}>
          {filed.caseNo}
        </Typography.Text>
        <br />
        {t('clerk.queryCode')}{' '}
        <Typography.Text strong copyable style={{ fontSize: 22 }}>
          {filed.queryCode}
        </Typography.Text>
      </Typography.Paragraph>
      <Flex wrap gap={8}>
        <Button type="primary" autoFocus onClick={() => void navigate(paths.receipt(filed.caseId))}>
          {t('clerk.receipt')}
        </Button>
        <Button onClick={() => void navigate(paths.oneCase(filed.caseId))}>{t('clerk.openCase')}</Button>
        <Button onClick={onAgain}>{t('clerk.fileAnother')}</Button>
      </Flex>
    </Card>
  );
}
