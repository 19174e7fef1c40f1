import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { fullLadder } from '../../domain/flow/ladder.ts';
import { Limits } from '../guide/limits.tsx';
import { MaterialList } from '../guide/material-list.tsx';
import { StepList } from '../guide/step-list.tsx';
import { Loading } from '../ui/states.tsx';
import { FormList } from './form-list.tsx';
import { Rungs } from './rungs.tsx';

const FlowPicture = lazy(() => import('../ui/flow-picture.tsx').then((file) => ({ default: file.FlowPicture })));

/** What a definition holds, as tabs: picture, limits, steps, materials, form, ladder. */
export function useFlowTabs(definition: FlowDefinition) {
  const { t } = useTranslation();
  return [
    {
      key: 'picture',
      label: t('department.picture'),
      children: (
        <Suspense fallback={<Loading />}>
          <FlowPicture definition={definition} />
        </Suspense>
      ),
    },
    { key: 'limits', label: t('department.limits'), children: <Limits definition={definition} /> },
    { key: 'steps', label: t('department.steps'), children: <StepList definition={definition} /> },
    { key: 'materials', label: t('department.materials'), children: <MaterialList materials={definition.materials} /> },
    { key: 'form', label: t('department.form'), children: <FormList form={definition.form} /> },
    { key: 'ladder', label: t('department.ladder'), children: <Rungs ladder={fullLadder(definition)} /> },
  ];
}
