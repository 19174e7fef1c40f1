import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session.tsx';
import type { CaseData } from '../steps/case-data.ts';
import { instantText } from '../ui/words.ts';
import { bracketed } from '../i18n/said.ts';
import './texts.ts';

/** Steps that were open when the page was opened and that somebody else has finished since, while it was looked at. */
export function MovedNote({ view }: { view: CaseData }) {
  const { t } = useTranslation();
  const me = useMe();
  const [opened] = useState(() => view.steps.filter(({ state }) => state === 'open').map(({ id }) => id));
  const moved = view.steps.filter(
    ({ id, state, finishedBy }) => opened.includes(id) && state === 'finished' && finishedBy !== me.name,
  );
  return moved.map((step) => (
    <Alert
      key={step.id}
      showIcon
      role="alert"
      type="warning"
      title={t('case.otherFirst', {
        step: step.title,
        name: step.finishedBy ?? t('case.system'),
        time: instantText(step.finishedAt),
        outcome: step.outcomeTitle ? bracketed(step.outcomeTitle) : '',
      })}
    />
  ));
}
