import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import { Section } from '../guide/section.tsx';
import { inLanguage, joined } from '../i18n/said.ts';
import '../papers/texts.ts';
import { useRoute } from '../queries.ts';
import { Answer, Failure } from '../ui/plain.tsx';
import { saveFile } from '../ui/save-file.ts';

type Told = OkOf<'listTold'>['items'][number];

/** 我的文书: what the agency told and served, each as it was first issued. */
export function ToldDocuments({ ticket }: { ticket: string }) {
  const { t } = useTranslation();
  const told = useRoute('listTold', { ticket, quiet: true });
  return (
    <Section id="documents" title={t('papers.yours')}>
      <Answer query={told}>
        {({ items }) => (
          <>
            <p className="why">{t(items.length === 0 ? 'papers.yoursNone' : 'papers.yoursText')}</p>
            <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
              {items.map((one) => (
                <OneTold key={one.seq} ticket={ticket} told={one} />
              ))}
            </ul>
          </>
        )}
      </Answer>
    </Section>
  );
}

function OneTold({ ticket, told }: { ticket: string; told: Told }) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const title = inLanguage(told.title);
  const open = async () => {
    setBusy(true);
    setError(null);
    try {
      // A phone has no frame that shows a PDF, and a new window is held for an advertisement: it is saved, and the browser opens it.
      saveFile(await call('openTold', { params: { seq: String(told.seq) }, ticket, quiet: true }), fileNameOf(told));
    } catch (caught) {
      setError(caught);
    }
    setBusy(false);
  };
  const about = [
    ...(told.number === null ? [] : [told.number]),
    told.on,
    ...(told.servedOn === null ? [] : [t('papers.yoursServed', { day: told.servedOn })]),
  ];
  return (
    <li style={{ padding: '4px 0', overflowWrap: 'anywhere' }}>
      <strong>{title}</strong> <span className="why">{joined(about, '，')}</span>{' '}
      <button
        type="button"
        className="button"
        aria-label={t('papers.saveOf', { title })}
        disabled={busy}
        onClick={() => void open()}
      >
        {t('papers.save')}
      </button>
      <Failure error={error} />
    </li>
  );
}

const fileNameOf = ({ title, number }: Told) => `${title.zh}${number === null ? '' : ` ${number}`}.pdf`;
