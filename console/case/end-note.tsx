import { Alert } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { placeOf } from '../steps/order-places.ts';
import { titleOf } from '../steps/order-title.ts';
import type { OrderFormProps } from '../steps/order-form.tsx';
import type { CaseData } from '../steps/case-data.ts';
import { instantText } from '../ui/words.ts';
import { NextCase } from './next-case.tsx';
import { bracketed } from '../i18n/said.ts';
import '../steps/texts.ts';
import './texts.ts';

export type End = Parameters<OrderFormProps['onEnd']>[0];

/** After an order: what happened and the next case waits, or somebody else was first, and who. */
export function EndNote({ end: { offer, refused }, view }: { end: End; view: CaseData }) {
  const { t } = useTranslation();
  const { caseId } = view;
  if (refused === null) {
    const goesOn = placeOf(offer.order) === 'claim';
    return (
      <Alert
        showIcon
        role="status"
        type="success"
        title={doneText(t, { offer, view })}
        action={goesOn ? undefined : <NextCase caseId={caseId} primary />}
      />
    );
  }
  return (
    <Alert
      showIcon
      role="alert"
      type="error"
      title={refused.problem.title}
      description={`${refused.problem.detail}${firstText(t, { offer, view })}`}
      action={<NextCase caseId={caseId} />}
    />
  );
}

type Done = Pick<End, 'offer'> & { readonly view: CaseData };

const stepOf = ({ offer, view }: Done) => view.steps.find(({ id }) => id === offer.stepId);

/** The sentence for who moved a task; for all others that it is done. `view` is the case after the order. */
function doneText(t: TFunction, done: Done): string {
  const step = stepOf(done);
  const { order, title } = done.offer;
  const told = { step: step?.title ?? '', name: step?.handler?.name ?? '' };
  switch (order) {
    case 'claimTask':
      return t('case.claimed', told);
    case 'releaseTask':
      return t('case.released', told);
    case 'handOverTask':
      return t('case.handedOver', told);
    case 'reassignTask':
      return t('case.reassigned', told);
    default:
      return t('order.done', { title: titleOf({ order, title }, step ?? null) });
  }
}

/** Who was first: who finished the step, or who holds it now. */
function firstText(t: TFunction, done: Done): string {
  const step = stepOf(done);
  if (step?.finishedBy) {
    return t('case.otherFirst', {
      step: step.title,
      name: step.finishedBy,
      time: instantText(step.finishedAt),
      outcome: step.outcomeTitle ? bracketed(step.outcomeTitle) : '',
    });
  }
  return step?.handler ? t('case.heldNow', { step: step.title, name: step.handler.name }) : '';
}
