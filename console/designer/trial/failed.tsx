import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { acts } from '../../../domain/case/acts/index.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import { trialFailures } from '../../../domain/flow/simulate/failure.ts';
import type { TrialFailure } from '../../../domain/flow/simulate/failure.ts';
import { rejections } from '../../../domain/rejections/index.ts';
import { inLanguage, labelled } from '../../i18n/said.ts';
import { titlesOf } from './words.ts';

/** Why a trial cannot be played as chosen: where, and by which words of the law. */
export function Failed({ definition, failure }: { definition: FlowDefinition; failure: TrialFailure }) {
  const { t, i18n } = useTranslation();
  const { failed, stepId, order, because } = failure;
  const refusal = because === null ? null : rejections[because];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('trial.cannot')}
      description={
        <>
          <p>{labelled(inLanguage(trialFailures[failed]), refusal === null ? '' : inLanguage(refusal.title))}</p>
          {stepId !== null && <p>{t('trial.at', { step: titlesOf(definition).step(stepId) })}</p>}
          {order !== null && <p>{t('trial.order', { order: inLanguage(acts[order].title) })}</p>}
          {refusal !== null && i18n.language !== 'en' && <p>{refusal.sentence}</p>}
        </>
      }
    />
  );
}
