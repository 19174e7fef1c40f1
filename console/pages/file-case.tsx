import { Alert, Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { OkOf } from '../../contract/routes.ts';
import { FilingForm } from '../filing/filing-form.tsx';
import { GoOn } from '../filing/go-on.tsx';
import { ItemChoice } from '../filing/item-choice.tsx';
import { keepReceipt, keptReceipt } from '../filing/receipt-store.ts';
import { paths } from '../paths.ts';
import { forget, useRoute } from '../queries.ts';
import { useMe } from '../session.tsx';
import { useLive } from '../ui/live.ts';
import { Answered } from '../ui/states.tsx';

/** 收件: choose the item, fill in, file. */
export function Component() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const itemCode = search.get('item');
  const filedId = search.get('case');
  const [files, setFiles] = useState(() => new Map<string, File>());
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Typography.Title level={1} style={{ fontSize: 18, marginTop: 0 }}>
          {t('clerk.fileCase')}
        </Typography.Title>
        <ItemChoice value={itemCode} onChange={(code) => setSearch({ item: code })} />
        <Link to={paths.batchIntake(itemCode)}>{t('clerk.batch')}</Link>
      </Card>
      {itemCode !== null && filedId === null && (
        <Filing
          itemCode={itemCode}
          onFiled={(caseId, chosen) => {
            setFiles(chosen);
            // In the address, so that whoever loads the page again goes on where it was.
            setSearch({ item: itemCode, case: caseId });
          }}
        />
      )}
      {itemCode !== null && filedId !== null && (
        <FiledCase key={filedId} caseId={filedId} files={files} onAgain={() => setSearch({ item: itemCode })} />
      )}
    </Flex>
  );
}

type Answer = OkOf<'fileCase'>;

function Filing({
  itemCode,
  onFiled,
}: {
  itemCode: string;
  onFiled: (caseId: string, files: Map<string, File>) => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const item = useRoute('oneItem', { params: { itemCode } }, { staleMs: 60_000 });
  const clock = useRoute('businessClock', {});
  const end = ({ caseId, queryCode }: Answer, files: Map<string, File>) => {
    keepReceipt({ caseId, queryCode, clerk: me.name });
    onFiled(caseId, files);
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

/** What was filed, and what comes next of it. */
function FiledCase({ caseId, files, onAgain }: { caseId: string; files: Map<string, File>; onAgain: () => void }) {
  useLive();
  const view = useRoute('oneCase', { params: { caseId } }, { staleMs: 0 });
  return (
    <Answered query={view}>
      {(data) => (
        <Flex vertical gap={12}>
          <Filed caseId={caseId} caseNo={data.caseNo} onAgain={onAgain} />
          <GoOn view={data} files={files} />
        </Flex>
      )}
    </Answered>
  );
}

/** What the applicant is given; the code for as long as this session knows it. */
function Filed({ caseId, caseNo, onAgain }: { caseId: string; caseNo: string; onAgain: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const code = keptReceipt(caseId)?.queryCode;
  return (
    <Card role="status">
      <Typography.Title level={2} style={{ fontSize: 18, marginTop: 0 }}>
        {t('clerk.filed')}
      </Typography.Title>
      <Typography.Paragraph>{t('clerk.filedText')}</Typography.Paragraph>
      <Typography.Paragraph className="number" style={{ fontSize: 22 }}>
        {t('clerk.caseNo')}{' '}
        <Typography.Text strong copyable style={{ fontSize: 22 }}>
          {caseNo}
        </Typography.Text>
        <br />
        {t('clerk.queryCode')}{' '}
        <Typography.Text strong copyable={code !== undefined} style={{ fontSize: 22 }}>
          {code ?? t('clerk.codeNotShown')}
        </Typography.Text>
      </Typography.Paragraph>
      <Flex wrap gap={8}>
        <Button type="primary" autoFocus onClick={() => void navigate(paths.receipt(caseId))}>
          {t('clerk.receipt')}
        </Button>
        <Button onClick={() => void navigate(paths.oneCase(caseId))}>{t('clerk.openCase')}</Button>
        <Button onClick={onAgain}>{t('clerk.fileAnother')}</Button>
      </Flex>
    </Card>
  );
}
