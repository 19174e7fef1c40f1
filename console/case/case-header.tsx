import { Button, Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { mayCallAt } from '../me.ts';
import { paths } from '../paths.ts';
import { useMe } from '../session.tsx';
import type { CaseData } from '../steps/case-data.ts';
import { CaseLight } from '../ui/case-light.tsx';
import { ShortNumber } from '../ui/case-number.tsx';
import { ClockLine } from '../ui/clock-line.tsx';
import { dayText, toldDay } from '../ui/limit-day.tsx';
import { nameOf } from './party-words.ts';
import { byGravity } from '../../domain/case/gravity.ts';
import { bracketed, said, saidClock } from '../i18n/said.ts';
import { DeferralNote } from './deferral-note.tsx';
import { NextCase } from './next-case.tsx';
import { PassingNote } from './passing-note.tsx';
import { ServingNote } from './serving-note.tsx';
import { SilenceNote } from './silence-note.tsx';
import { SupplementNote } from './supplement-note.tsx';
import { UndertakingNote } from './undertaking-note.tsx';
import './case.css';
import './texts.ts';

interface HeaderProps {
  readonly view: CaseData;
  readonly onWhy: (clock: string) => void;
  /** Paper is neither hovered over nor unfolded: all stands there at once. */
  readonly onPaper?: true;
}

/** Who applies for what, until when, and how it stands; below it each clock in a line, those that are over folded. */
export function CaseHeader({ view, onWhy, onPaper }: HeaderProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useMe();
  return (
    <Card size="small">
      <Flex wrap align="center" gap="4px 12px">
        <Button size="small" className="no-print" onClick={() => void navigate(-1)}>
          {t('frame.back')}
        </Button>
        <Typography.Title level={1} style={{ fontSize: 18, margin: 0 }}>
          {nameOf(view.parties.applicant)} · {view.itemName}
        </Typography.Title>
        <WholeLight view={view} />
        <Flex gap={8} style={{ marginInlineStart: 'auto' }} className="no-print">
          {mayCallAt(me, 'issueCode', view.departmentId) && (
            <Button size="small" onClick={() => void navigate(paths.receipt(view.caseId))}>
              {t('clerk.receipt')}
            </Button>
          )}
          <Button size="small" onClick={() => window.print()}>
            {t('frame.print')}
          </Button>
          <NextCase caseId={view.caseId} />
        </Flex>
      </Flex>
      <CaseFacts view={view} onPaper={onPaper} />
      <ServingNote view={view} />
      <PassingNote view={view} />
      <SilenceNote view={view} />
      <SupplementNote view={view} />
      <DeferralNote view={view} />
      <UndertakingNote view={view} />
      <Clocks view={view} onWhy={onWhy} onPaper={onPaper} />
    </Card>
  );
}

/** How the case ended, or the gravest of its clocks by name: its light and, beside it, the day of the same clock. */
function WholeLight({ view }: { view: CaseData }) {
  const { t } = useTranslation();
  const [worst] = byGravity(view.clocks).filter(({ light }) => light !== 'ended');
  const isRevoked = view.revocation?.state === 'revoked' || view.revocation?.state === 'revokedAbove';
  if (view.status === 'closed' || isRevoked) {
    return (
      <>
        <CaseLight light="ended" />
        {view.status === 'closed' && (
          <span>{t('case.closedAs', { result: said('result', view.result, view.resultTitle ?? '') })}</span>
        )}
        {isRevoked && <strong>{t('case.permitRevoked')}</strong>}
      </>
    );
  }
  if (worst === undefined) return null;
  const { light, level, levelTitle, overdue, id, title, dueOn, provisional } = worst;
  return (
    <>
      <CaseLight light={light} level={level} levelTitle={levelTitle} overdue={overdue} />
      <span>
        {saidClock(id, title)}
        {dueOn !== null && (
          <>
            {` · ${t('case.clockDueOn')} `}
            <strong className="number day">{dueOn}</strong>
            {provisional && bracketed(t('clerk.provisional'))}
          </>
        )}
      </span>
    </>
  );
}

/** The number and the days of the case, in one line. */
function CaseFacts({ view, onPaper }: { view: CaseData; onPaper: boolean | undefined }) {
  const { t } = useTranslation();
  const days = [
    [t('case.received'), view.receivedOn],
    [t('case.accepted'), view.acceptedOn],
    [t('case.decided'), view.decidedOn],
    [t('case.dueOn'), dayText(toldDay(t, view))],
  ] as const;
  return (
    <Flex wrap gap="0 16px" className="why">
      <Typography.Text copyable={{ text: view.caseNo }} style={{ color: 'inherit' }}>
        {t('clerk.caseNo')}{' '}
        {onPaper ? <span className="number">{view.caseNo}</span> : <ShortNumber caseNo={view.caseNo} />}
      </Typography.Text>
      <span>{view.departmentName}</span>
      {days.map(([word, day]) => day !== null && <span key={word}>{`${word} ${day}`}</span>)}
      {view.masked && <span>{t('case.masked')}</span>}
    </Flex>
  );
}

function Clocks({ view, onWhy, onPaper = false }: Omit<HeaderProps, 'onPaper'> & { onPaper: boolean | undefined }) {
  const { t } = useTranslation();
  const [live, ended] = [true, false].map((isLive) =>
    byGravity(view.clocks).filter(({ endedOn }) => (endedOn === null) === isLive),
  );
  const lines = (clocks: CaseData['clocks'] = []) =>
    clocks.map((clock) => <ClockLine key={clock.id} clock={clock} onWhy={() => onWhy(clock.id)} />);
  return (
    <>
      <ul className="clock-lines" aria-label={t('case.clocks')}>
        {lines(live)}
      </ul>
      {ended !== undefined && ended.length > 0 && (
        <details className="why" open={onPaper}>
          <summary>{t('case.endedClocks', { count: ended.length })}</summary>
          <ul className="clock-lines" aria-label={t('case.endedClocks', { count: ended.length })}>
            {lines(ended)}
          </ul>
        </details>
      )}
    </>
  );
}
