import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { inLanguage } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import { Note } from '../ui/note.tsx';
import type { CaseData, StepData } from './case-data.ts';
import '../case/texts.ts';

type Entry = OkOf<'timeline'>['items'][number];

/** What is told of a hearing before it is held, in the order in which the law asks for it. */
const tellings = ['HearingRightTold', 'HearingCalled', 'HearingAnnounced'] as const;

/** The last of each telling of a hearing; an announcement counts for the call it follows. */
export function useHearing({ caseId }: CaseData, { id, kind }: StepData): readonly Entry[] {
  const timeline = useRoute('timeline', { params: { caseId } }, { enabled: kind === 'hearing' });
  const own = timeline.data?.items.filter(({ stepId }) => stepId === id) ?? [];
  const last = tellings.flatMap((type) => own.filter((one) => one.type === type).slice(-1));
  const called = last.find(({ type }) => type === 'HearingCalled');
  return last.filter(({ type, seq }) => type !== 'HearingAnnounced' || seq > (called?.seq ?? 0));
}

/** The order that a hearing waits for once something of it was told; undefined: nothing was. */
export function nextTelling(told: readonly Entry[]): 'callHearing' | 'announceHearing' | 'finishHearing' | undefined {
  switch (told[told.length - 1]?.type) {
    case 'HearingRightTold':
      return 'callHearing';
    case 'HearingCalled':
      return 'announceHearing';
    case 'HearingAnnounced':
      return 'finishHearing';
    default:
      return undefined;
  }
}

/** What was told of the hearing, by which paper, and when it is held. */
export function HearingNote({ told }: { told: readonly Entry[] }) {
  const { t } = useTranslation();
  if (told.length === 0) return null;
  const lines = told.map(({ seq, sentence }) => <div key={seq}>{inLanguage(sentence)}</div>);
  return <Note title={t('case.hearingTold')} description={lines} />;
}
