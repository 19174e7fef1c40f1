import { Card, Flex, Steps, Typography } from 'antd';
import { Suspense, lazy, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EndNote } from '../case/end-note.tsx';
import type { End } from '../case/end-note.tsx';
import { OpenSteps } from '../case/open-steps.tsx';
import type { CaseData } from '../steps/case-data.ts';
import { formOffers } from '../steps/offers.ts';
import { Loading } from '../ui/states.tsx';

const CaseDocuments = lazy(() =>
  import('../papers/case-documents.tsx').then((file) => ({ default: file.CaseDocuments })),
);
const CaseFiles = lazy(() => import('../files/case-files.tsx').then((file) => ({ default: file.CaseFiles })));

/** What comes next of a case just filed, on the same screen for as long as it is the reader's to do: an 即办件 ends here. */
export function GoOn({ view, files }: { view: CaseData; files: Map<string, File> }) {
  const { t } = useTranslation();
  return (
    <>
      <Course view={view} />
      <Suspense fallback={<Loading />}>
        {view.steps.length > 1 && (
          <Card size="small" title={t('case.documents')}>
            <CaseDocuments caseId={view.caseId} />
          </Card>
        )}
        <Card size="small" title={t('case.materials')}>
          <CaseFiles view={view} first={files} />
        </Card>
      </Suspense>
    </>
  );
}

function Course({ view }: { view: CaseData }) {
  const { t } = useTranslation();
  const [end, setEnd] = useState<End | null>(null);
  const open = view.steps.find(({ id, state }) => state === 'open' && isFree(view, id));
  const place = useFirstField(`${open?.id ?? ''} ${open?.phase ?? ''}`);
  return (
    <Flex vertical gap={12} ref={place}>
      <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>
        {t('clerk.goOn')}
      </Typography.Title>
      <Steps
        size="small"
        responsive
        current={view.steps.findIndex(({ id }) => id === open?.id)}
        items={view.steps.map(({ title, state, outcomeTitle }) => ({
          title,
          status: state === 'open' ? ('process' as const) : ('finish' as const),
          ...(outcomeTitle ? { content: outcomeTitle } : {}),
        }))}
      />
      {end?.refused && <EndNote end={end} view={view} />}
      <OpenSteps view={view} onEnd={setEnd} />
    </Flex>
  );
}

function isFree(view: CaseData, stepId: string): boolean {
  return formOffers(view, stepId).some(({ refusedBecause }) => refusedBecause === undefined);
}

/** Whoever works by keyboard stands in the first field of each act that comes next. */
function useFirstField(act: string) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = place.current?.querySelector('form');
    form?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, button')?.focus();
  }, [act]);
  return place;
}
