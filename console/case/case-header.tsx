import { Card, Descriptions, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseData } from '../steps/case-data.ts';
import { CaseLight } from '../ui/case-light.tsx';
import { ClockCard } from '../ui/clock-card.tsx';
import { nameOf } from './party-words.ts';
import type { TFunction } from 'i18next';
import { clockKinds } from '../../domain/flow/definition.ts';
import { inLanguage } from '../i18n/said.ts';
import { said } from '../i18n/said.ts';

/** Number, item, applicant, the light, and each clock with what is left and why it stands or runs. */
export function CaseHeader({ view, onWhy }: { view: CaseData; onWhy: (clock: string) => void }) {
  const { t } = useTranslation();
  const concerned = worst(view);
  const facts = [
    { key: 'applicant', label: t('case.applicant'), children: nameOf(view.parties.applicant) },
    { key: 'department', label: t('clerk.departmentName'), children: view.departmentName },
    { key: 'received', label: t('case.received'), children: view.receivedOn },
    ...(view.acceptedOn ? [{ key: 'accepted', label: t('case.accepted'), children: view.acceptedOn }] : []),
    ...(view.decidedOn ? [{ key: 'decided', label: t('case.decided'), children: view.decidedOn }] : []),
    {
      key: 'dueOn',
      label: t('clerk.toldDueOn'),
      children: view.dueOn ? [view.dueOn, ...notesOf(t, view)].join(' · ') : '—',
    },
  ];
  return (
    <Card size="small">
      <Flex wrap align="center" gap={12}>
        <Typography.Title level={1} className="number" style={{ fontSize: 20, margin: 0 }}>
          {view.caseNo}
        </Typography.Title>
        <Typography.Text strong>{view.itemName}</Typography.Text>
        {view.status === 'closed' ? (
          <CaseLight light="ended" />
        ) : (
          concerned && (
            <CaseLight
              light={concerned.light}
              level={concerned.level}
              levelTitle={concerned.levelTitle}
              overdue={concerned.overdue}
            />
          )
        )}
        {view.status === 'closed' && (
          <span>{t('case.closedAs', { result: said('result', view.result, view.resultTitle ?? '') })}</span>
        )}
      </Flex>
      <Descriptions size="small" column={{ xs: 1, sm: 2, md: 3, xl: 6 }} items={facts} style={{ marginTop: 8 }} />
      {view.masked && <Typography.Text type="secondary">{t('case.masked')}</Typography.Text>}
      <Flex wrap gap={12} style={{ marginTop: 8 }} role="list" aria-label={t('case.clocks')}>
        {byGravity(view).map((clock) => (
          <ClockCard key={clock.id} clock={clock} onWhy={() => onWhy(clock.id)} />
        ))}
      </Flex>
    </Card>
  );
}

/** Which limit sets the date told, and whether a notice may still move it. */
function notesOf(t: TFunction, { dueClock, provisional }: CaseData): readonly string[] {
  const limit = dueClock === null ? [] : [inLanguage(clockKinds[dueClock])];
  return provisional ? [...limit, t('clerk.provisional')] : limit;
}

const order = ['red', 'yellow', 'green', 'stopped', 'ended'] as const;

/** The gravest first, what is over last. */
function byGravity({ clocks }: CaseData): readonly CaseData['clocks'][number][] {
  return order.flatMap((light) => clocks.filter((clock) => clock.light === light));
}

/** The clock whose light stands for the case: the gravest of those that are not over. */
function worst(view: CaseData): CaseData['clocks'][number] | undefined {
  return byGravity(view).find(({ light }) => light !== 'ended');
}
