import { Button, Flex, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { workingPaperNames } from '../../domain/documents/working/names.ts';
import type { WorkingPaper } from '../../domain/documents/working/names.ts';
import { addressOf, call } from '../api.ts';
import { inLanguage, joined } from '../i18n/said.ts';
import { ProblemError } from '../problem-error.ts';
import { forget, useRoute } from '../queries.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { Answered } from '../ui/states.tsx';
import { laterText } from './later-text.ts';
import { LayoutChoice, onPaper, useReceiptLayout } from './layout-choice.tsx';
import { PaperDialog } from './paper-dialog.tsx';
import { WorkingPapers } from './working-papers.tsx';
import './texts.ts';

type Document = OkOf<'listDocuments'>['items'][number];
type Shown = { readonly title: string; readonly address: string; readonly prints: boolean };

/** The documents of a case: which there are, what one still lacks, and each as a paper. */
export function CaseDocuments({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const found = useRoute('listDocuments', { params: { caseId } });
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [layout, setLayout] = useReceiptLayout();
  if (found.error instanceof ProblemError && found.error.problem.code === 'not-allowed')
    return <p>{t('papers.notYours')}</p>;
  const print = async ({ seq, title, kind }: Document) => {
    setError(null);
    try {
      const address = await call('printDocument', {
        params: { caseId, seq: String(seq) },
        query: onPaper(kind, layout),
      });
      setShown({ title: inLanguage(title), address, prints: true });
      await forget('listDocuments');
    } catch (caught) {
      setError(caught);
    }
  };
  const view = ({ seq, title, kind }: Document) =>
    setShown({
      title: inLanguage(title),
      address: addressOf('openDocument', { params: { caseId, seq: String(seq) }, query: onPaper(kind, layout) }),
      prints: false,
    });
  const fill = (paper: WorkingPaper) =>
    setShown({
      title: inLanguage(workingPaperNames[paper]),
      address: addressOf('openWorkingPaper', { params: { caseId, paper } }),
      prints: true,
    });
  return (
    <Answered query={found}>
      {({ items }) => (
        <Flex vertical gap={12}>
          <ProblemAlert error={error} />
          <Table<Document>
            size="small"
            rowKey="seq"
            pagination={false}
            scroll={{ x: 600 }}
            dataSource={[...items]}
            locale={{ emptyText: t('papers.none') }}
            columns={[
              { title: t('papers.kind'), render: (_, one) => <Kind document={one} /> },
              { title: t('papers.number'), render: (_, { number }) => number ?? t('papers.noNumber') },
              { title: t('papers.on'), dataIndex: 'on' },
              { title: t('papers.prints'), render: (_, one) => <Prints document={one} /> },
              {
                title: t('papers.acts'),
                // In view on any screen: what does not fit is read by moving the others.
                fixed: 'right',
                width: 136,
                render: (_, one) => <Acts document={one} onView={view} onPrint={(it) => void print(it)} />,
              },
            ]}
          />
          <p className="why">{t('papers.register')}</p>
          <LayoutChoice layout={layout} onChoose={setLayout} />
          <WorkingPapers onFill={fill} />
          {shown !== null && <PaperDialog {...shown} onClose={() => setShown(null)} />}
        </Flex>
      )}
    </Answered>
  );
}

function Kind({ document: { title, missing, basis, later } }: { document: Document }) {
  const { t } = useTranslation();
  const fields = joined(missing.map((field) => inLanguage(field)));
  return (
    <>
      <div>{inLanguage(title)}</div>
      <div className="why">{missing.length === 0 ? basis : t('papers.missing', { fields })}</div>
      {later.map((one) => (
        <div key={`${one.note} ${one.number ?? one.on}`}>{laterText(t, one)}</div>
      ))}
    </>
  );
}

function Prints({ document: { printed, printedAt } }: { document: Document }) {
  const { t } = useTranslation();
  if (printedAt === null) return <>{t('papers.notPrinted')}</>;
  return <>{t('papers.printed', { count: printed, time: printedAt.slice(0, 16).replace('T', ' ') })}</>;
}

interface ActsProps {
  readonly document: Document;
  readonly onView: (document: Document) => void;
  readonly onPrint: (document: Document) => void;
}

function Acts({ document, onView, onPrint }: ActsProps) {
  const { t } = useTranslation();
  const title = inLanguage(document.title);
  if (document.missing.length > 0) return null;
  const isFirst = document.printed === 0;
  return (
    <Flex wrap gap={8}>
      <Button size="small" aria-label={t('papers.viewOf', { title })} onClick={() => onView(document)}>
        {t('papers.view')}
      </Button>
      <Button
        size="small"
        aria-label={t(isFirst ? 'papers.printOf' : 'papers.againOf', { title })}
        onClick={() => onPrint(document)}
      >
        {t(isFirst ? 'papers.print' : 'papers.again')}
      </Button>
    </Flex>
  );
}
