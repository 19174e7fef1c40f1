import { Alert, Card, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { panelOf } from '../steps/index.ts';
import { OrderTabs } from '../steps/panel.tsx';
import type { PanelProps } from '../steps/panel.tsx';
import { Nothing } from '../ui/states.tsx';
import { said } from '../i18n/said.ts';

/** The panel of each step that is open. */
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
    const Panel = panelOf(step.kind) ?? OrderTabs;
    const free = view.allowed.some(({ stepId, refusedBecause }) => stepId === step.id && refusedBecause === undefined);
    return (
      <Card
        key={step.id}
        size="small"
        title={
          <Flex wrap align="center" gap={8}>
            <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
              {step.title}
            </Typography.Title>
            {step.kindTitle !== step.title && <Tag>{said('stepKind', step.kind, step.kindTitle)}</Tag>}
            {step.untimed && <Tag color="purple">{t('case.untimed')}</Tag>}
            <Typography.Text type="secondary">
              {t('case.handledByRole', { role: said('role', step.by, step.byTitle) })}
            </Typography.Text>
          </Flex>
        }
      >
        {!free && (
          <Alert
            showIcon
            role="note"
            type="info"
            style={{ marginBottom: 12 }}
            title={t('case.notHandled', { role: said('role', step.by, step.byTitle) })}
          />
        )}
        <Panel view={view} step={step} onEnd={onEnd} />
      </Card>
    );
  });
}
