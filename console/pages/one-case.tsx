import { Card, Col, Collapse, Flex, Grid, Row, Tabs } from 'antd';
import { Suspense, lazy, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AnswerBar } from '../case/answer-bar.tsx';
import { CaseActs } from '../case/case-acts.tsx';
import { CaseFlow } from '../case/case-flow.tsx';
import { CaseHeader } from '../case/case-header.tsx';
import { CaseForm, CaseMaterials } from '../case/case-papers.tsx';
import { CaseSheet } from '../case/case-sheet.tsx';
import { CaseTimeline } from '../case/case-timeline.tsx';
import { CaseWarnings } from '../case/case-warnings.tsx';
import { EndNote } from '../case/end-note.tsx';
import type { End } from '../case/end-note.tsx';
import { ExtensionNote } from '../case/extension-note.tsx';
import { IdentityNote } from '../case/identity-note.tsx';
import { RevocationNote } from '../case/revocation-note.tsx';
import { SilenceToConfirm } from '../case/silence-note.tsx';
import { usePrinting } from '../case/use-printing.ts';
import { CaseWhy } from '../case/case-why.tsx';
import { call } from '../api.ts';
import { useRoute } from '../queries.ts';
import { MovedNote } from '../case/moved-note.tsx';
import { WithdrawalNote } from '../case/withdrawal-note.tsx';
import { OpenSteps } from '../case/open-steps.tsx';
import type { CaseData } from '../steps/case-data.ts';
import { useLive } from '../ui/live.ts';
import { Answered, Loading } from '../ui/states.tsx';
import '../case/texts.ts';

const CaseDocuments = lazy(() =>
  import('../papers/case-documents.tsx').then((file) => ({ default: file.CaseDocuments })),
);
const CaseFiles = lazy(() => import('../files/case-files.tsx').then((file) => ({ default: file.CaseFiles })));

/** One case: where it stands, what can be done, why the date is what it is, and what was recorded. */
export function Component() {
  const { caseId = '' } = useParams();
  useLive();
  // Whoever opens a case again within seconds may come because of what another person has just done.
  const view = useRoute('oneCase', { params: { caseId } }, { refetchMs: 30_000, staleMs: 0 });
  return <Answered query={view}>{(data) => <CasePage key={caseId} view={data} />}</Answered>;
}

/** Remembers for the finder that the person opened the case; whether that worked matters to nobody. */
function useOpened(caseId: string): void {
  useEffect(() => void call('openedCase', { params: { caseId }, quiet: true }).catch(() => undefined), [caseId]);
}

function CasePage({ view }: { view: CaseData }) {
  const { t } = useTranslation();
  useOpened(view.caseId);
  const printing = usePrinting();
  // It is printed at once: what the paper shows is there before.
  useRoute('timeline', { params: { caseId: view.caseId } });
  const [tab, setTab] = useState('form');
  const [clock, setClock] = useState<string | null>(null);
  const [end, setEnd] = useState<End | null>(null);
  const shown = clock ?? view.clocks.find(({ endedOn }) => endedOn === null)?.id ?? view.clocks[0]?.id;
  const why = (id: string) => {
    setClock(id);
    setTab('why');
    document.getElementById('case-tabs')?.scrollIntoView({ behavior: 'smooth' });
  };
  const tabs = [
    { key: 'form', label: t('case.form'), children: <CaseForm view={view} /> },
    { key: 'materials', label: t('case.materials'), children: <MaterialsAndFiles view={view} /> },
    { key: 'documents', label: t('case.documents'), children: <Documents view={view} /> },
    ...(shown === undefined
      ? []
      : [{ key: 'why', label: t('case.why'), children: <CaseWhy view={view} clock={shown} onClock={setClock} /> }]),
    { key: 'warnings', label: `${t('case.warnings')} ${view.warnings.length}`, children: <CaseWarnings view={view} /> },
    { key: 'timeline', label: t('case.timeline'), children: <CaseTimeline view={view} /> },
  ];
  return (
    <>
      {printing && (
        <>
          <CaseHeader view={view} onWhy={why} onPaper />
          <CaseSheet view={view} />
        </>
      )}
      <Flex vertical gap={12} className="no-print">
        <CaseHeader view={view} onWhy={why} />
        {end ? <EndNote end={end} view={view} /> : <MovedNote view={view} />}
        <SilenceToConfirm view={view} onEnd={setEnd} />
        <IdentityNote view={view} onEnd={setEnd} />
        <WithdrawalNote view={view} onEnd={setEnd} />
        <RevocationNote view={view} onEnd={setEnd} />
        <ExtensionNote view={view} />
        <Row gutter={[12, 12]}>
          <Col xs={24} lg={16} xxl={17}>
            <Flex vertical gap={12}>
              <OpenSteps view={view} onEnd={setEnd} />
              <Card size="small" id="case-tabs">
                <CaseTabs tab={tab} onTab={setTab} items={tabs} />
              </Card>
              <CaseActs view={view} onEnd={setEnd} />
            </Flex>
          </Col>
          <Col xs={24} lg={8} xxl={7}>
            <Card size="small" title={t('case.flow')}>
              <CaseFlow view={view} />
            </Card>
          </Col>
        </Row>
        <AnswerBar view={view} onEnd={setEnd} />
      </Flex>
    </>
  );
}

function MaterialsAndFiles({ view }: { view: CaseData }) {
  return (
    <Flex vertical gap={12}>
      <CaseMaterials view={view} />
      <Suspense fallback={<Loading />}>
        <CaseFiles view={view} />
      </Suspense>
    </Flex>
  );
}

function Documents({ view: { caseId } }: { view: CaseData }) {
  return (
    <Suspense fallback={<Loading />}>
      <CaseDocuments caseId={caseId} />
    </Suspense>
  );
}

interface TabsProps {
  readonly tab: string;
  readonly onTab: (tab: string) => void;
  readonly items: { readonly key: string; readonly label: string; readonly children: ReactNode }[];
}

/** Tabs, or on a phone, where they would hide behind a button, one below the other. */
function CaseTabs({ tab, onTab, items }: TabsProps) {
  const { sm } = Grid.useBreakpoint();
  if (sm !== false) return <Tabs activeKey={tab} onChange={onTab} items={items} />;
  // One open at a time, but not by antd's accordion: that calls itself a list of tabs and holds their panels.
  const open = (keys: string[]) => onTab(keys.find((key) => key !== tab) ?? '');
  return <Collapse ghost activeKey={tab === '' ? [] : [tab]} onChange={open} items={items} />;
}
