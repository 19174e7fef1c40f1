import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { UntimedPanel } from '../steps/untimed-panel.tsx';
import { OrderTabs } from '../steps/panel.tsx';
import type { PanelProps } from '../steps/panel.tsx';
import { Nothing } from '../ui/states.tsx';
import { said } from '../i18n/said.ts';
import { StepHead } from './step-head.tsx';
import { StepTurn } from './step-turn.tsx';
import './texts.ts';

/** The panel of each step that is open: whose turn it is, then what the reader can do. */
export function OpenSteps({ view, onEnd }: Omit<PanelProps, 'step'>) {
  const { t } = useTranslation();
  const open = view.steps.filter(({ state }) => state === 'open');
  if (open.length === 0) {
    return (
      <Card size="small">
        <Nothing>
          {view.status === 'closed'
            ? t('case.closedAs', { result: said('result', view.result, view.resultTitle ?? '') })
            : t('case.noOpenStep')}
        </Nothing>
      </Card>
    );
  }
  return open.map((step) => {
    const Panel = step.untimed ? UntimedPanel : OrderTabs;
    return (
      <Card key={step.id} size="small" title={<StepHead view={view} step={step} onEnd={onEnd} />}>
        <StepTurn view={view} step={step} />
        <Panel view={view} step={step} onEnd={onEnd} />
      </Card>
    );
  });
}
