import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseData } from '../steps/order-input.tsx';
import type { StepProgress } from '../ui/flow-picture.tsx';
import { Answered, Loading } from '../ui/states.tsx';
import { useFlowOf } from './use-flow.ts';
import { said } from '../i18n/said.ts';

const FlowPicture = lazy(() => import('../ui/flow-picture.tsx').then((file) => ({ default: file.FlowPicture })));

/** The flow of the case, coloured by how far it is. */
export function CaseFlow({ view }: { view: CaseData }) {
  const { t } = useTranslation();
  const flow = useFlowOf(view);
  const progress = new Map<string, StepProgress>(
    view.steps.map(({ id, state }) => [id, state === 'open' ? 'open' : 'done']),
  );
  const notes = new Map(
    view.steps.map(({ id, state, by, byTitle, finishedBy, finishedAt }) => [
      id,
      state === 'open'
        ? t('case.handledByRole', { role: said('role', by, byTitle) })
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
