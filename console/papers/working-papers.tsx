import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { workingPaperNames, workingPapers } from '../../domain/documents/working/names.ts';
import type { WorkingPaper } from '../../domain/documents/working/names.ts';
import { inLanguage } from '../i18n/said.ts';
import './texts.ts';

/** The working papers of a case, each to be printed as the case stands. */
export function WorkingPapers({ onFill }: { onFill: (paper: WorkingPaper) => void }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('papers.working')}>
      <Flex wrap gap={8} align="center">
        <span>{t('papers.working')}</span>
        {workingPapers.map((paper) => {
          const title = inLanguage(workingPaperNames[paper]);
          return (
            <Button key={paper} size="small" aria-label={t('papers.printOf', { title })} onClick={() => onFill(paper)}>
              {title}
            </Button>
          );
        })}
      </Flex>
      <p className="why">{t('papers.workingWhy')}</p>
    </section>
  );
}
