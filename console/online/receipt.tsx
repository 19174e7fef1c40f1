import { Suspense, lazy, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OkOf } from '../../contract/routes.ts';
import { Facts } from '../guide/section.tsx';
import { paths } from '../paths.ts';
import { Panel } from '../ui/plain.tsx';
import { joined } from '../i18n/said.ts';

const ProgressCode = lazy(() => import('./progress-code.tsx').then((file) => ({ default: file.ProgressCode })));

/** The receipt: number and code, what came, what is missing, by when the applicant is told, and that the identity is to be verified. */
export function Receipt({ receipt }: { receipt: OkOf<'submitDraft'> }) {
  const { t } = useTranslation();
  const { caseNo, queryCode, received, missing, toldBy, countsFrom } = receipt;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const progress = paths.progressOf(caseNo, queryCode);
  return (
    <Panel>
      <h2 ref={heading} tabIndex={-1}>
        {t('online.filed')}
      </h2>
      <p>{t('online.filedText')}</p>
      <Facts
        rows={[
          { word: t('online.caseNo'), value: <strong className="number">{caseNo}</strong> },
          {
            word: t('online.queryCode'),
            value: queryCode === null ? t('online.codeGone') : <strong>{queryCode}</strong>,
          },
          { word: t('public.department'), value: receipt.departmentName },
          { word: t('clerk.item'), value: receipt.itemName },
          {
            word: t('online.received'),
            value: countsFrom === null ? receipt.receivedOn : t('online.countsFrom', { day: countsFrom }),
          },
          ...(toldBy === null ? [] : [{ word: t('online.toldBy'), value: toldBy }]),
          { word: t('online.filesIn'), value: received.length === 0 ? t('clerk.noMaterials') : joined(received, '；') },
          ...(missing.length === 0 ? [] : [{ word: t('online.filesMissing'), value: joined(missing, '；') }]),
        ]}
      />
      <p>
        <strong>{t('online.identity')}</strong>
      </p>
      <div className="row">
        {queryCode !== null && (
          <Suspense fallback={null}>
            <ProgressCode address={`${window.location.origin}${progress}`} label={t('online.openProgress')} />
          </Suspense>
        )}
        <span className="why">{t('online.scan')}</span>
      </div>
      <div className="row no-print">
        <Link to={progress}>{t('online.openProgress')}</Link>
        <button type="button" className="button" onClick={() => window.print()}>
          {t('online.print')}
        </button>
      </div>
    </Panel>
  );
}
