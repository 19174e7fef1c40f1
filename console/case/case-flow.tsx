import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseData } from '../steps/case-data.ts';
import type { StepProgress } from '../ui/flow-picture.tsx';
import { Answered, Loading } from '../ui/states.tsx';
import { useFlowOf } from './use-flow.ts';
import { whoseText } from '../steps/whose.ts';
import './texts.ts';

const FlowPicture = lazy(() => import('../ui/flow-picture.tsx').then((file) => ({ default: file.FlowPicture })));

/** The flow of the case, coloured by how far it is. */
export function CaseFlow({ view }: { view: CaseData }) {
  const { t } = useTranslation();
  const flow = useFlowOf(view);
  const progress = new Map<string, StepProgress>(
    view.steps.map(({ id, state }) => [id, state === 'open' ? 'open' : 'done']),
  );
  const notes = new Map(
    view.steps.map(({ id, next, finishedBy, finishedAt }) => [
      id,
      next !== null
        ? t('case.handledByRole', { role: whoseText(next) })
        : `${finishedBy ?? ''} ${finishedAt?.slice(5, 10) ?? ''}`,
    ]),
  );
  return (
    <Answered query={flow}>
      {({ definition }) => (
        <Suspense fallback={<Loading />}>
          <FlowPicture definition={definition} progress={progress} notes={notes} />
        </Suspense>
      )}
    </Answered>
  );
}
