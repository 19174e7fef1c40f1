import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseData } from '../steps/case-data.ts';
import type { Offer } from '../steps/offers.ts';
import type { OrderFormProps } from '../steps/order-form.tsx';
import { titleOf } from '../steps/order-title.ts';
import { answersTo } from './answers.ts';
import { TaskDialog } from './task-dialog.tsx';
import './texts.ts';
import { labelled } from '../i18n/said.ts';

/** 批准 and 不予批准, or 不予受理 and 退回, to what waits for the reader, at the foot of the window wherever the page is scrolled to. */
export function AnswerBar({ view, onEnd }: Pick<OrderFormProps, 'view' | 'onEnd'>) {
  const asked = view.asked.filter((one) => answersTo(view, one).length > 0);
  if (asked.length === 0) return null;
  return (
    <div className="answer-bar no-print">
      {asked.map((one) => (
        <Answer key={`${one.origin} ${one.stepId ?? ''}`} view={view} asked={one} onEnd={onEnd} />
      ))}
    </div>
  );
}

function Answer({ view, asked, onEnd }: Pick<OrderFormProps, 'view' | 'onEnd'> & { asked: CaseData['asked'][number] }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Offer | null>(null);
  const step = view.steps.find(({ id }) => id === asked.stepId) ?? null;
  const [consent, decline] = answersTo(view, asked);
  const button = (offer: Offer | undefined, word: string, type: 'primary' | 'default') =>
    offer && (
      <Button
        size="large"
        type={type}
        aria-label={labelled(word, titleOf(offer, step))}
        onClick={() => setChosen(offer)}
      >
        {word}
      </Button>
    );
  return (
    <Flex wrap align="center" justify="flex-end" gap="4px 12px">
      <span style={{ marginInlineEnd: 'auto' }}>{consent && titleOf(consent, step)}</span>
      {button(decline, t(asked.origin === 'refusal' ? 'case.giveBack' : 'case.decline'), 'default')}
      {button(consent, t(asked.origin === 'refusal' ? 'case.refuse' : 'case.consent'), 'primary')}
      {chosen && <TaskDialog offer={chosen} view={view} step={step} onEnd={onEnd} onClose={() => setChosen(null)} />}
    </Flex>
  );
}
