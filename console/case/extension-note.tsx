import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import { AskedCard } from './asked-card.tsx';
import type { CaseData } from '../steps/case-data.ts';
import { instantText, limitText } from '../ui/words.ts';
import './texts.ts';

const facts = ['ExtensionRequested', 'ExtensionApproved', 'ExtensionDeclined', 'ExtensionFell'];
const looks = {
  requested: { type: 'warning', state: 'case.extensionRequested' },
  approved: { type: 'success', state: 'case.extensionApproved' },
  declined: { type: 'error', state: 'case.extensionDeclined' },
  fallen: { type: 'info', state: 'case.extensionFallen' },
} as const;

/** The extension that was asked for: how long, by whom and why, and how it was answered or who is to answer. */
export function ExtensionNote({ view }: { view: CaseData }) {
  const asked = view.asked.find(({ origin }) => origin === 'extension');
  if (asked !== undefined) return <AskedCard view={view} asked={asked} />;
  return view.extension === null ? null : <Note view={view} extension={view.extension} />;
}

function Note({ view, extension }: { view: CaseData; extension: NonNullable<CaseData['extension']> }) {
  const { t } = useTranslation();
  const timeline = useRoute('timeline', { params: { caseId: view.caseId } });
  const told = timeline.data?.items.filter(({ type }) => facts.includes(type)) ?? [];
  const last = told.slice(told.map(({ type }) => type).lastIndexOf('ExtensionRequested'));
  return (
    <Alert
      showIcon
      role="note"
      type={looks[extension.state].type}
      title={t('case.extension', {
        state: t(looks[extension.state].state),
        limit: limitText(t, extension),
      })}
      description={last.map(({ seq, sentence, at, actorName }) => (
        <div key={seq}>{[actorName, inLanguage(sentence), instantText(at)].join(' · ')}</div>
      ))}
    />
  );
}
