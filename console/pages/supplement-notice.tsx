import { Button, Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { nameOf } from '../case/party-words.ts';
import { paths } from '../paths.ts';
import { useRoute } from '../queries.ts';
import type { CaseData } from '../steps/case-data.ts';
import { Answered, Nothing } from '../ui/states.tsx';

/** 申请材料补正告知书 as it is handed to the applicant, printable on A4: everything that is to be supplied, by when, and what follows else. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { caseId = '' } = useParams();
  const found = useRoute('oneCase', { params: { caseId } });
  return (
    <Answered query={found}>
      {(view) => (
        <Card style={{ maxWidth: 760 }}>
          <Flex wrap gap={8} className="no-print" style={{ marginBottom: 16 }}>
            <Button style={{ marginInlineEnd: 'auto' }} onClick={() => void navigate(paths.oneCase(caseId))}>
              {t('clerk.openCase')}
            </Button>
            {view.supplement !== null && !view.masked && (
              <Button type="primary" onClick={() => window.print()}>
                {t('frame.print')}
              </Button>
            )}
          </Flex>
          {view.supplement === null || view.masked ? <Nothing /> : <Notice view={view} notice={view.supplement} />}
        </Card>
      )}
    </Answered>
  );
}

type NoticeData = NonNullable<CaseData['supplement']>;

/** Its words follow XKF 32(1)(4): all at once, and how to mend each. */
function Notice({ view, notice }: { view: CaseData; notice: NoticeData }) {
  const { t } = useTranslation();
  const { documentNo, servedOn, dueOn, asked, consequence } = notice;
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22, textAlign: 'center' }}>
        {t('clerk.noticeHeading')}
      </Typography.Title>
      <p style={{ textAlign: 'center' }}>{documentNo}</p>
      <p>{nameOf(view.parties.applicant)}：</p>
      <p style={{ textIndent: '2em' }}>
        {t('clerk.noticeBody', { day: view.receivedOn, item: view.itemName, caseNo: view.caseNo })}
      </p>
      <ol style={{ paddingInlineStart: '2em' }}>
        {asked.map(({ kind, id, title, defect, mend }) => (
          <li key={`${kind} ${id}`}>
            {t(defect === 'missing' ? 'case.itemMissing' : 'case.itemWrong')} {title}
            {mend !== null && `：${mend}`}
          </li>
        ))}
      </ol>
      {dueOn !== null && <p style={{ textIndent: '2em' }}>{t('clerk.noticeDue', { day: dueOn })}</p>}
      {consequence !== null && <p style={{ textIndent: '2em' }}>{consequence}</p>}
      <div style={{ textAlign: 'right', marginTop: 32 }}>
        <div>{view.departmentName}</div>
        <div>{servedOn}</div>
        <div>{t('clerk.sealHere')}</div>
      </div>
      <p style={{ marginTop: 24 }}>{t('clerk.noticeSigned')}</p>
    </>
  );
}
