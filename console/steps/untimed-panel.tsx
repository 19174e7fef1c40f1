import { Alert, Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { clockId } from '../../domain/instance-id.ts';
import '../case/case.css';
import { HearingNote, nextTelling, useHearing } from './hearing-note.tsx';
import { OrderTabs } from './panel.tsx';
import type { PanelProps } from './panel.tsx';
import '../case/texts.ts';

/** The life of an untimed step: 申请 → 批准 → 告知 → 启动 → 结果, and the orders of where it stands. */
export function UntimedPanel({ view, step, onEnd }: PanelProps) {
  const { t } = useTranslation();
  const at = placeOf(step);
  const told = useHearing(view, step);
  const needsNotice = step.phase === 'approved' && step.notice === null;
  const clock = view.clocks.find(({ id }) => id === clockId('promise', step.id));
  return (
    <>
      <Steps
        size="small"
        className="case-life"
        responsive
        current={at}
        style={{ marginBottom: 16 }}
        items={[
          { title: t('case.lifeRequest') },
          { title: t('case.lifeApprove') },
          {
            title: t('case.lifeNotice'),
            ...(step.notice && { content: `${step.notice.documentNo} ${step.notice.servedOn}` }),
          },
          { title: t('case.lifeStart'), ...(step.startedOn && { content: step.startedOn }) },
          { title: t('case.lifeFinish'), ...(clock?.dueOn && { content: t('case.promiseDue', { day: clock.dueOn }) }) },
        ]}
      />
      {step.phase !== 'running' && (
        <Alert showIcon role="note" type="info" style={{ marginBottom: 12 }} title={t('case.notStarted')} />
      )}
      <HearingNote told={told} />
      <OrderTabs
        view={view}
        step={step}
        onEnd={onEnd}
        first={needsNotice ? 'recordNotice' : (nextTelling(told) ?? 'startUntimedStep')}
      />
    </>
  );
}

function placeOf({ phase, notice }: PanelProps['step']): number {
  switch (phase) {
    case 'waiting':
      return 0;
    case 'requested':
      return 1;
    case 'approved':
      return notice === null ? 2 : 3;
    case 'running':
      return 4;
    default:
      return 5;
  }
}
