import { Timeline, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { inLanguage, bracketed } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import type { CaseData } from '../steps/case-data.ts';
import { Answered, Nothing } from '../ui/states.tsx';
import { instantText } from '../ui/words.ts';
import { fileLines, inTime } from './file-lines.ts';
import type { FileLine } from './file-lines.ts';
import './texts.ts';

type Entry = OkOf<'timeline'>['items'][number];
type Told = Entry['under'][number];

const grave: Readonly<Record<string, string>> = {
  WarningRaised: '#cf1322',
  FindingRecorded: '#cf1322',
  CaseClosed: '#237804',
};

/**
 * What was done on the case, newest first, each act in a sentence; what followed from it opens under it. Who handles the case sees there
 * too what was done with its files.
 */
export function CaseTimeline({ view: { caseId, masked } }: { view: CaseData }) {
  const timeline = useRoute('timeline', { params: { caseId } });
  const files = useRoute('listFiles', { params: { caseId } }, { enabled: !masked });
  return (
    <Answered query={timeline}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing />
        ) : (
          <Timeline
            items={inTime(items, fileLines(files.data?.items ?? [])).map((entry) => {
              if ('words' in entry) return { key: entry.key, content: <OfFile line={entry} /> };
              const told = [entry, ...entry.under].find(({ type }) => grave[type]);
              return {
                key: entry.seq,
                content: <TimelineEntry entry={entry} />,
                ...(told && { color: grave[told.type] }),
              };
            })}
          />
        )
      }
    </Answered>
  );
}

function OfFile({ line: { at, who, words } }: { line: FileLine }) {
  const { t } = useTranslation();
  return (
    <>
      <span style={{ overflowWrap: 'anywhere' }}>{words}</span>
      <Typography.Text type="secondary" className="number" style={{ display: 'block' }}>
        {instantText(at)} · {who ?? t('case.applicant')}
      </Typography.Text>
    </>
  );
}

function TimelineEntry({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  return (
    <>
      <Sentence told={entry} />
      <Typography.Text type="secondary" className="number">
        {instantText(entry.at)} · {entry.actorName ?? t('case.system')}
        <Late told={entry} />
      </Typography.Text>
      {entry.under.length > 0 && (
        <details className="why">
          <summary>{t('case.followed', { count: entry.under.length })}</summary>
          <ul style={{ margin: '4px 0' }}>
            {entry.under.map((told) => (
              <li key={told.seq}>
                <Sentence told={told} /> <Late told={told} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Words that somebody wrote keep their lines. */
function Sentence({ told }: { told: Told }) {
  return <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{inLanguage(told.sentence)}</span>;
}

/** When it became known, where that was on a later day than it happened. */
function Late({ told: { at, recordedAt } }: { told: Told }) {
  const { t } = useTranslation();
  if (recordedAt.slice(0, 10) === at.slice(0, 10)) return null;
  return bracketed(t('case.recordedLate', { time: instantText(recordedAt) }));
}
