import { useEffect, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { OkOf } from '../../../contract/routes.ts';
import { call } from '../../api.ts';
import { Facts } from '../../guide/section.tsx';
import { inLanguage } from '../../i18n/said.ts';
import { laterText } from '../../papers/later-text.ts';
import { Failure, Panel, State } from '../../ui/plain.tsx';
import '../../papers/texts.ts';

/** 文书核验: whoever has a document in the hand sees by its number and code whether it is ours and holds. Its QR fills in both. */
export function Component() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [number, code] = [search.get('no') ?? '', search.get('code') ?? ''];
  const [found, setFound] = useState<OkOf<'checkDocument'> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const answer = useRef<HTMLDivElement>(null);
  const check = async (body: { number: string; code: string }) => {
    setBusy(true);
    setError(null);
    setFound(null);
    try {
      setFound(await call('checkDocument', { body, quiet: true }));
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    if (number !== '' && code !== '') void check({ number, code });
  }, [number, code]);
  useEffect(() => {
    if (found !== null) answer.current?.focus();
  }, [found]);
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    void check({ number: fieldOf(typed, 'number'), code: fieldOf(typed, 'code') });
  };
  return (
    <div className="page narrow">
      <form className="panel no-print" onSubmit={submit}>
        <h1>{t('public.checkTitle')}</h1>
        <p>{t('public.checkIntro')}</p>
        <label className="field">
          {t('papers.documentNo')}
          <input required name="number" maxLength={100} autoComplete="off" spellCheck={false} defaultValue={number} />
        </label>
        <label className="field">
          {t('papers.checkCode')}
          <input required name="code" maxLength={20} autoComplete="off" spellCheck={false} defaultValue={code} />
        </label>
        <Failure error={error} />
        <button type="submit" className="button primary wide" disabled={busy}>
          {t('papers.check')}
        </button>
      </form>
      <div ref={answer} tabIndex={-1} aria-live="polite" style={{ outline: 'none' }}>
        {found !== null && <Checked found={found} />}
      </div>
    </div>
  );
}

/** What the document is; nothing of its text, and its applicant masked. */
function Checked({ found }: { found: OkOf<'checkDocument'> }) {
  const { t } = useTranslation();
  const { later } = found;
  const holds = found.state === 'valid' && found.isSealGood;
  return (
    <Panel>
      <h2 style={{ fontSize: 18, margin: 0 }}>{inLanguage(found.title)}</h2>
      <p>
        <State colour={holds && later.length === 0 ? 'green' : 'red'}>
          {holds && later.length > 0 ? t('papers.documentLater') : t(standing(found))}
        </State>
      </p>
      {later.map((one) => (
        <p key={`${one.note} ${one.number ?? one.on}`}>{laterText(t, one)}</p>
      ))}
      <Facts
        rows={[
          { word: t('papers.documentNo'), value: found.number },
          ...(found.about === null ? [] : [{ word: t('papers.about'), value: found.about }]),
          { word: t('papers.agency'), value: found.agency },
          { word: t('papers.documentItem'), value: found.itemName },
          { word: t('papers.documentApplicant'), value: found.applicant },
          { word: t('papers.documentOn'), value: found.on },
          ...(found.validUntil === null ? [] : [{ word: t('papers.validUntil'), value: found.validUntil }]),
          { word: t('papers.documentDigest'), value: <span style={{ overflowWrap: 'anywhere' }}>{found.sha256}</span> },
        ]}
      />
      <p className="why">{t('papers.checkNote')}</p>
    </Panel>
  );
}

/** Whether it is ours and within its time. */
function standing({ isSealGood, state }: OkOf<'checkDocument'>) {
  if (!isSealGood) return 'papers.documentChanged';
  return state === 'valid' ? 'papers.documentValid' : 'papers.documentExpired';
}

function fieldOf(typed: FormData, name: string): string {
  const value = typed.get(name);
  return typeof value === 'string' ? value.replaceAll(/\s/g, '') : '';
}
