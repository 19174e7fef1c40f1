import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import '../outlet/texts.ts';
import type { CaseData } from '../steps/case-data.ts';

type Serving = NonNullable<CaseData['steps'][number]['serving']>;

/** Who must act next on a service that was begun: the applicant, the post, or time; and what is known of it. */
export function ServingNote({ view: { steps, status } }: { view: CaseData }) {
  if (status === 'closed') return null;
  return steps.flatMap(({ id, serving }) => (serving === null ? [] : [<Stage key={id} serving={serving} />]));
}

const words = {
  toCollect: 'serving.toCollect',
  posted: 'serving.posted',
  returned: 'serving.returned',
  failed: 'serving.failed',
  announced: 'serving.announced',
} as const satisfies Readonly<Record<Serving['stage'], string>>;

function Stage({ serving }: { serving: Serving }) {
  const { t } = useTranslation();
  const { stage, on, toldSince, toldTimes, collectAt, collectBy, carrier, trackingNo, deemedOn, tries } = serving;
  const lines = [
    stage === 'toCollect' && toldSince !== null && t('serving.told', { since: toldSince, count: toldTimes }),
    stage === 'toCollect' && collectAt !== null && t('serving.where', { where: collectAt }),
    stage === 'toCollect' && collectBy !== null && t('serving.by', { day: collectBy }),
    stage === 'posted' && carrier !== null && t('serving.post', { carrier, no: trackingNo ?? '' }),
    tries > 0 && t('serving.tries', { count: tries }),
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
