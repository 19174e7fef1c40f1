import { useTranslation } from 'react-i18next';
import { useMe } from '../session.tsx';
import { freeOffer } from '../steps/offers.ts';
import type { PanelProps } from '../steps/panel.tsx';
import type { CaseData, StepData } from '../steps/case-data.ts';
import { Note } from '../ui/note.tsx';
import { AskedCard } from './asked-card.tsx';
import { isOwn, whoseText } from '../steps/whose.ts';
import './texts.ts';

/** Whose turn it is on a step, when it is not the reader's, and what the reader can do then. */
export function StepTurn({ view, step }: Pick<PanelProps, 'view' | 'step'>) {
  const { t } = useTranslation();
  const me = useMe();
  const { next, handler } = step;
  if (next === null) return null;
  const who = whoseText(next);
  const asked = view.asked.find(({ stepId }) => stepId === step.id);
  if (asked !== undefined) return <AskedCard view={view} asked={asked} />;
  if (handler === null) {
    const isFree = (order: string, stepId: string | null = step.id) =>
      view.allowed.some((one) => one.order === order && one.stepId === stepId && one.refusedBecause === undefined);
    const mine = (isOwn(step) && isFree('claimTask')) || isFree('signForMaterials') || isFree('confirmSilence', null);
    return mine ? null : <Note title={t('case.notHandled', { role: who })} />;
  }
  if (handler.id === me.id) return null;
  return <Note title={t('case.notHandled', { role: who })} description={whatNow(view, step)} />;

  function whatNow({ allowed }: CaseData, { id }: StepData): string | undefined {
    if (freeOffer(view, id, 'reassignTask')) return t('case.mayReassign');
    const own = allowed.filter(({ stepId }) => stepId === id);
    const isColleague = own.some(({ refusedBecause }) => refusedBecause?.code === 'task-of-another');
    const [chief] = own.find(({ order }) => order === 'reassignTask')?.waitsFor ?? [];
    if (!isColleague || chief === undefined) return undefined;
    return t('case.askHandler', { name: handler?.name ?? '', chief: whoseText(chief) });
  }
}
