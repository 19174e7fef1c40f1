import { Suspense, lazy, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import type { OkOf } from '../../../contract/routes.ts';
import { call } from '../../api.ts';
import { caseNoParam } from '../../paths.ts';
import { ProblemError } from '../../problem-error.ts';
import { Failure } from '../../ui/plain.tsx';
import { Found } from '../../progress/found.tsx';
import type { Given } from '../../progress/send-files.tsx';

const SendFiles = lazy(() => import('../../progress/send-files.tsx').then((file) => ({ default: file.SendFiles })));

/** 进度查询: with the case number and the query code, without an account. `?caseNo=` of a receipt fills in the number. */
export function Component() {
  const [found, setFound] = useState<OkOf<'lookup'> | null>(null);
  const [given, setGiven] = useState<Given>({ caseNo: '', code: '' });
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (found !== null) answer.current?.focus();
  }, [found]);
  const look = useCallback(async (body: Given) => {
    setBusy(true);
    setError(null);
    setFound(null);
    try {
      setFound(await call('lookup', { body, quiet: true }));
      setGiven(body);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }, []);
  // The QR of a receipt opens the case at once; what stands in the fragment goes to no server and into no log.
  const scanned = useScanned();
  useEffect(() => {
    if (scanned.caseNo !== '' && scanned.code !== '') void look(scanned);
  }, [scanned, look]);
  return (
    <div className="page narrow">
      <CodeForm scanned={scanned} error={error} busy={busy} onGiven={look} />
      <div ref={answer} tabIndex={-1} aria-live="polite" style={{ outline: 'none' }}>
        {found !== null && <Found found={found} />}
        {found !== null && <MyFiles key={found.caseNo} given={given} isAtOnce={found.revocation !== null} />}
      </div>
    </div>
  );
}

interface CodeProps {
  readonly scanned: Given;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onGiven: (given: Given) => Promise<void>;
}

/** Number and code, typed or as a QR has brought them. */
function CodeForm({ scanned, error, busy, onGiven }: CodeProps) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    void onGiven({ caseNo: fieldOf(typed, 'caseNo').toUpperCase(), code: fieldOf(typed, 'code') });
  };
  const notFound = error instanceof ProblemError && error.problem.code === 'not-found';
  return (
    <form className="panel no-print" onSubmit={submit}>
      <h1>{t('public.progressTitle')}</h1>
      <p>{t('public.progressIntro')}</p>
      <label className="field">
        {t('public.caseNo')}
        <textarea
          required
          name="caseNo"
          rows={2}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          defaultValue={scanned.caseNo || (search.get(caseNoParam) ?? '')}
        />
      </label>
      <label className="field">
        {t('public.queryCode')}
        <input required name="code" maxLength={20} autoComplete="off" spellCheck={false} defaultValue={scanned.code} />
      </label>
      <Failure error={error} />
      {notFound && <p>{t('public.checkAgain')}</p>}
      <button type="submit" className="button primary wide" disabled={busy}>
        {t('public.query')}
      </button>
    </form>
  );
}

/** Number and code as the QR of a receipt brings them; empty where nobody came by one. */
function useScanned(): Given {
  const { hash } = useLocation();
  return useMemo(() => {
    const brought = new URLSearchParams(hash.slice(1));
    return { caseNo: brought.get('caseNo') ?? '', code: brought.get('code') ?? '' };
  }, [hash]);
}

/** The applicant's files and papers, loaded when they are asked for (who only looks up a date waits for nothing else) or when the page points there. */
function MyFiles({ given, isAtOnce }: { given: Given; isAtOnce: boolean }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(isAtOnce);
  return (
    <div className="page narrow no-print">
      {isOpen ? (
        <Suspense fallback={<p role="status">{t('frame.loading')}</p>}>
          <SendFiles given={given} />
        </Suspense>
      ) : (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('public.sendFiles')}
        </button>
      )}
    </div>
  );
}

/** What was typed, without the blanks in which a number is written down. */
function fieldOf(typed: FormData, name: string): string {
  const value = typed.get(name);
  return typeof value === 'string' ? value.replaceAll(/\s/g, '') : '';
}
