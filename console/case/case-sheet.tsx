import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, labelled, bracketed } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import type { CaseData } from '../steps/case-data.ts';
import { whoseText } from '../steps/whose.ts';
import { instantText } from '../ui/words.ts';
import { CaseForm, CaseMaterials } from './case-papers.tsx';
import { CaseWarnings } from './case-warnings.tsx';
import './texts.ts';

/** The case on paper, below its header: what a screen shows in tabs and panels stands one after another, and nothing to press. */
export function CaseSheet({ view }: { view: CaseData }) {
  const { t } = useTranslation();
  const timeline = useRoute('timeline', { params: { caseId: view.caseId } }, { staleMs: 60_000 });
  return (
    <div className="case-sheet">
      <Part title={t('case.steps')}>
        <ul>
          {view.steps.map(({ id, title, next, finishedBy, finishedAt, outcomeTitle }) => (
            <li key={id}>
              {next !== null
                ? labelled(title, t('case.handledByRole', { role: whoseText(next) }))
                : labelled(
                    title,
                    `${outcomeTitle ?? t('case.stepDone')}${bracketed(`${finishedBy ?? t('case.system')} ${instantText(finishedAt)}`)}`,
                  )}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('case.form')}>
        <CaseForm view={view} />
      </Part>
      <Part title={t('case.materials')}>
        <CaseMaterials view={view} onPaper />
      </Part>
      <Part title={t('case.warnings')}>
        <CaseWarnings view={view} />
      </Part>
      <Part title={t('case.timeline')}>
        <ol>
          {timeline.data?.items.map((entry) => (
            <li key={entry.seq}>
              {labelled(`${instantText(entry.at)} ${entry.actorName ?? t('case.system')}`, inLanguage(entry.sentence))}
            </li>
          ))}
        </ol>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
