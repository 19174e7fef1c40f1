import { App, Button } from 'antd';
import { Suspense, lazy, useState } from 'react';
import type { OkOf } from '../../contract/routes.ts';
import type { Layout } from '../../domain/documents/layout.ts';
import { call } from '../api.ts';
import { inLanguage } from '../i18n/said.ts';
import { ProblemError } from '../problem-error.ts';
import { forget } from '../queries.ts';

const PaperDialog = lazy(() => import('./paper-dialog.tsx').then((file) => ({ default: file.PaperDialog })));

type Kind = OkOf<'listDocuments'>['items'][number]['kind'];

/** Prints the last document of a kind of a case. */
export function PrintButton(o: { caseId: string; kind: Kind; words: string; layout?: Layout }) {
  const { caseId, kind, words, layout = 'a4' } = o;
  const { message } = App.useApp();
  const [paper, setPaper] = useState<{ title: string; address: string } | null>(null);
  const print = async () => {
    try {
      const { items } = await call('listDocuments', { params: { caseId } });
      const found = [...items].reverse().find((one) => one.kind === kind);
      if (found === undefined) return;
      const address = await call('printDocument', {
        params: { caseId, seq: String(found.seq) },
        query: layout === 'a4' ? {} : { layout },
      });
      setPaper({ title: inLanguage(found.title), address });
      await forget('listDocuments');
    } catch (error) {
      void message.error(error instanceof ProblemError ? error.problem.detail : String(error));
    }
  };
  return (
    <>
      <Button size="small" className="no-print" onClick={() => void print()}>
        {words}
      </Button>
      {paper !== null && (
        <Suspense fallback={null}>
          <PaperDialog {...paper} prints onClose={() => setPaper(null)} />
        </Suspense>
      )}
    </>
  );
}
