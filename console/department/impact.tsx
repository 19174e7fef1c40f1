import { Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { levels } from '../../domain/flow/definition.ts';
import { roles } from '../../domain/people/roles.ts';
import { inLanguage } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import { Answered, Nothing } from '../ui/states.tsx';
import './texts.ts';

type Impact = OkOf<'flowImpact'>;
type Moved = Impact['moved'][number];
type Warned = Impact['before']['warnings'][number];

interface Line {
  readonly what: string;
  readonly before: number;
  readonly after: number;
}

/** What a version would have done to the cases of its item: limits kept, cases late, warnings by who is told, and the dates that move. */
export function FlowImpact({ flowId }: { flowId: string }) {
  const { t } = useTranslation();
  const query = useRoute('flowImpact', { params: { flowId } });
  return (
    <Answered query={query}>
      {(impact) =>
        impact.before.open + impact.before.closed === 0 ? (
          <Nothing>{t('department.impactNoCases')}</Nothing>
        ) : (
          <>
            <Typography.Paragraph>
              {t('department.impactAbout', { open: impact.before.open, closed: impact.before.closed })}
            </Typography.Paragraph>
            <Figures impact={impact} />
            <MovedDates impact={impact} />
          </>
        )
      }
    </Answered>
  );
}

function Figures({ impact: { before, after } }: { impact: Impact }) {
  const { t } = useTranslation();
  const warningsOf = ({ to, level }: Warned, among: readonly Warned[]) =>
    among.find((one) => one.to === to && one.level === level)?.count ?? 0;
  const told = [...before.warnings, ...after.warnings].filter(
    (one, i, all) => all.findIndex(({ to, level }) => to === one.to && level === one.level) === i,
  );
  const lines: Line[] = [
    {
      what: t('department.impactOnTime', { count: before.closed }),
      before: before.onTime,
      after: after.onTime,
    },
    { what: t('department.impactLate', { count: before.open }), before: before.late, after: after.late },
    ...told.map((one) => ({
      what: t('department.impactWarnings', {
        level: inLanguage(levels[one.level]),
        to: one.to === 'handler' ? t('department.impactHandler') : inLanguage(roles[one.to]),
      }),
      before: warningsOf(one, before.warnings),
      after: warningsOf(one, after.warnings),
    })),
  ];
  return (
    <Table<Line>
      size="small"
      rowKey="what"
      pagination={false}
      dataSource={lines}
      columns={[
        { key: 'what', title: t('department.impactWhat'), dataIndex: 'what' },
        { key: 'before', title: t('department.impactBefore'), dataIndex: 'before', align: 'right' },
        { key: 'after', title: t('department.impactAfter'), dataIndex: 'after', align: 'right' },
        {
          key: 'difference',
          title: t('department.impactDifference'),
          align: 'right',
          render: (_none, line) => signed(line.after - line.before),
        },
      ]}
    />
  );
}

function signed(difference: number): string {
  if (difference === 0) return '—';
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}

function MovedDates({ impact: { moved, movedCount } }: { impact: Impact }) {
  const { t } = useTranslation();
  if (movedCount === 0) return <p>{t('department.impactNoneMoved')}</p>;
  const dateOf = (side: Moved['before']) =>
    side === null
      ? t('department.impactNoLimit')
      : `${side.dueOn ?? t('department.impactStopped')}${side.overdue ? t('department.impactOverdue') : ''}`;
  return (
    <>
      <Typography.Title level={2} style={{ fontSize: 14, marginTop: 16 }}>
        {t('department.impactMoved', { count: movedCount, shown: moved.length })}
      </Typography.Title>
      <Table<Moved>
        size="small"
        rowKey={({ caseNo, clock }) => `${caseNo} ${clock}`}
        scroll={{ x: 'max-content' }}
        dataSource={[...moved]}
        columns={[
          { key: 'caseNo', title: t('department.impactCase'), dataIndex: 'caseNo' },
          {
            key: 'open',
            title: t('department.status'),
            render: (_none, { open }) => t(open ? 'department.impactOpen' : 'department.impactClosed'),
          },
          { key: 'clock', title: t('clerk.clock'), dataIndex: 'clock' },
          { key: 'before', title: t('department.impactBefore'), render: (_none, { before }) => dateOf(before) },
          { key: 'after', title: t('department.impactAfter'), render: (_none, { after }) => dateOf(after) },
        ]}
      />
    </>
  );
}
