import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown, Flex, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passingStages } from '../../domain/case/passed.ts';
import { inLanguage, said } from '../i18n/said.ts';
import { useMe } from '../session.tsx';
import { freeOffer, taskActs } from '../steps/offers.ts';
import type { Offer } from '../steps/offers.ts';
import { isOwn, whoseText } from '../steps/whose.ts';
import type { PanelProps } from '../steps/panel.tsx';
import { ClaimButton } from './claim-button.tsx';
import { TaskDialog } from './task-dialog.tsx';
import './texts.ts';

/** Title of an open step, who holds it, and what moves it between people: 认领 in one click, the others in a menu. */
export function StepHead({ view, step, onEnd }: PanelProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Offer | null>(null);
  const kind = said('stepKind', step.kind, step.kindTitle);
  const claim = freeOffer(view, step.id, 'claimTask');
  const offers = taskActs.flatMap((order) => freeOffer(view, step.id, order) ?? []);
  const items = offers.map((offer) => ({
    key: offer.order,
    label: said('order', offer.order, offer.title),
    // Else the Enter that chose it would go on to the dialog, which has the focus by then, and close it.
    onClick: ({ domEvent }: { domEvent: { preventDefault: () => void } }) => {
      domEvent.preventDefault();
      setAsked(offer);
    },
  }));
  return (
    <Flex wrap align="center" gap={8}>
      <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
        {step.title}
      </Typography.Title>
      {!step.title.startsWith(kind) && <Tag>{kind}</Tag>}
      {step.untimed && <Tag color="purple">{t('case.untimed')}</Tag>}
      <Holder step={step} />
      <Flex gap={8} style={{ marginInlineStart: 'auto' }} className="no-print">
        {claim && isOwn(step) && <ClaimButton offer={claim} view={view} onEnd={onEnd} />}
        {items.length > 0 && (
          <Dropdown autoFocus trigger={['click']} menu={{ items }} placement="bottomRight">
            <Button type="text" icon={<EllipsisOutlined />} aria-label={t('case.taskActs', { step: step.title })} />
          </Dropdown>
        )}
      </Flex>
      {asked && <TaskDialog offer={asked} view={view} step={step} onEnd={onEnd} onClose={() => setAsked(null)} />}
    </Flex>
  );
}

/** Who acts next on the step: who holds its task, or by post and name whose it is while nobody does. */
function Holder({ step }: Pick<PanelProps, 'step'>) {
  const { t } = useTranslation();
  const { next, handler } = step;
  return (
    <>
      <HandlerTag step={step} />
      {next !== null && (handler === null || !isOwn(step)) && (
        <Typography.Text type="secondary">{t('case.handledByRole', { role: whoseText(next) })}</Typography.Text>
      )}
    </>
  );
}

function HandlerTag({ step }: Pick<PanelProps, 'step'>) {
  const { t } = useTranslation();
  const me = useMe();
  const { handler, passing } = step;
  if (passing?.stage === 'passed') return <Tag>{inLanguage(passingStages.passed)}</Tag>;
  if (!isOwn(step)) return null;
  if (handler === null) return <Tag>{t('case.toClaim')}</Tag>;
  if (handler.id === me.id) return <Tag color="blue">{t('case.heldByMe')}</Tag>;
  return <Tag>{t('case.heldBy', { name: handler.name })}</Tag>;
}
