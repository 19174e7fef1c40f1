import { Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { said } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import { Answered, Nothing } from '../ui/states.tsx';
import { instantText } from '../ui/words.ts';
import { runsOf } from './timeline-runs.ts';

type Entry = OkOf<'timeline'>['items'][number];

const grave: Readonly<Record<string, string>> = {
  WarningRaised: '#cf1322',
  FindingRecorded: '#cf1322',
  CaseClosed: '#237804',
};

/** What is recorded of the case, newest first, with the words that were written and the record itself on demand. */
export function CaseTimeline({ caseId }: { caseId: string }) {
  const timeline = useRoute('timeline', { params: { caseId } });
  return (
    <Answered query={timeline}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing />
        ) : (
          <Timeline
            items={runsOf(items)
              .reverse()
              .flatMap((run) => {
                const [first] = run;
                if (first === undefined) return [];
                const content = run.length === 1 ? <TimelineEntry entry={first} /> : <TimelineRun run={run} />;
                return [{ key: first.seq, content, ...(grave[first.type] && { color: grave[first.type] }) }];
              })}
          />
        )
      }
    </Answered>
  );
}

/** Entries that nobody reads one by one, folded. */
function TimelineRun({ run }: { run: readonly Entry[] }) {
  const { t } = useTranslation();
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return null;
  const span = { from: first.at.slice(0, 10), to: last.at.slice(0, 10), count: run.length };
  return (
    <details>
      <summary>
        {said('fact', first.type, first.title)}
        {t('case.timelineRun', span)}
      </summary>
      {[...run].reverse().map((entry) => (
        <TimelineEntry key={entry.seq} entry={entry} />
      ))}
    </details>
  );
}

function TimelineEntry({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const late = entry.recordedAt.slice(0, 16) !== entry.at.slice(0, 16);
  return (
    <>
      <div>
        <strong>{said('fact', entry.type, entry.title)}</strong>
        {entry.stepTitle && ` · ${entry.stepTitle}`}
      </div>
      <Typography.Text type="secondary" className="number">
        {instantText(entry.at)} · {entry.actorName ?? t('case.system')}
        {late && `（${t('case.recordedLate', { time: instantText(entry.recordedAt) })}）`}
      </Typography.Text>
      {Object.values(entry.texts).map((text) => (
        <blockquote key={text} style={{ margin: '4px 0', whiteSpace: 'pre-wrap' }}>
          {text}
        </blockquote>
      ))}
      <details className="why">
        <summary>{t('case.more')}</summary>
        <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: 12 }}>
          #{entry.seq} {entry.type} {JSON.stringify(entry.fact, null, 1)}
        </pre>
      </details>
    </>
  );
}
