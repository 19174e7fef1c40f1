import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseData } from '../steps/case-data.ts';

type Serving = NonNullable<CaseData['steps'][number]['serving']>;

/** Who must act next on a service that was begun: the applicant, the post, or time; and what is known of it. */
export function ServingNote({ view: { steps, status } }: { view: CaseData }) {
  if (status === 'closed') return null;
  return steps.flatMap(({ id, serving }) => (serving === null ? [] : [<Stage key={id} serving={serving} />]));
}

const words = {
  toCollect: 'case.servingToCollect',
  posted: 'case.servingPosted',
  returned: 'case.servingReturned',
  failed: 'case.servingFailed',
  announced: 'case.servingAnnounced',
} as const satisfies Readonly<Record<Serving['stage'], string>>;

function Stage({ serving }: { serving: Serving }) {
  const { t } = useTranslation();
  const { stage, on, toldSince, toldTimes, collectAt, collectBy, carrier, trackingNo, deemedOn, tries } = serving;
  const lines = [
    stage === 'toCollect' && toldSince !== null && t('case.servingTold', { since: toldSince, count: toldTimes }),
    stage === 'toCollect' && collectAt !== null && t('case.servingWhere', { where: collectAt }),
    stage === 'toCollect' && collectBy !== null && t('case.servingBy', { day: collectBy }),
    stage === 'posted' && carrier !== null && t('case.servingPost', { carrier, no: trackingNo ?? '' }),
    tries > 0 && t('case.servingTries', { count: tries }),
  ].filter((line) => line !== false);
  return (
    <Alert
      showIcon
      role="note"
      type={stage === 'returned' || stage === 'failed' ? 'warning' : 'info'}
      title={t(words[stage], { day: stage === 'announced' ? (deemedOn ?? on) : on })}
      {...(lines.length > 0 && { description: lines.join(' ') })}
    />
  );
}
