import type { TFunction } from 'i18next';
import type { WorklistName } from '../../contract/worklists.ts';
import type { OkOf } from '../../contract/routes.ts';
import { matters } from '../../domain/words/matters.ts';
import { outletStages } from '../../domain/words/serving-stages.ts';
import { inTime } from '../filter/sorting.ts';
import { inLanguage, said, bracketed, joined, labelled } from '../i18n/said.ts';
import { CaseLight } from '../ui/case-light.tsx';
import { CaseNumber } from '../ui/case-number.tsx';
import type { Column } from '../ui/column.ts';
import { Light } from '../ui/light.tsx';
import { LimitDay, dayText, gravestDay, toldDay } from '../ui/limit-day.tsx';
import { instantText, remainingText } from '../ui/words.ts';

/** One task of a list. */
export type Row = OkOf<'worklist'>['items'][number];

/** The columns of a list: what is over has other ones than what is open. */
export function columnsOf(t: TFunction, list: WorklistName): readonly Column<Row>[] {
  const over = list === 'finished' || list === 'closed';
  return [
    {
      key: 'applicant',
      title: t('clerk.applicant'),
      text: ({ applicant }) => applicant,
      width: 140,
      fixed: 'left',
      keep: true,
    },
    { key: 'item', title: t('clerk.item'), text: ({ itemName }) => itemName, width: 130 },
    caseNoColumn(t),
    ...(list === 'waitingApproval' ? requested(t) : []),
    ...(over ? ended(t) : running(t, list)),
    ...(list === 'closed'
      ? []
      : [
          {
            key: 'step',
            title: t(over ? 'clerk.stepDone' : 'clerk.step'),
            text: (row: Row) =>
              joined(
                [taskText(t, row) ?? '', ...mattersIn(row)].filter((words) => words !== ''),
                '；',
              ),
            render: (row: Row) => (
              <>
                {taskText(t, row) ?? '—'}{' '}
                {mattersIn(row).map((words) => (
                  <div key={words}>
                    <Light colour="yellow">{words}</Light>
                  </div>
                ))}
              </>
            ),
            width: 128,
          },
        ]),
    {
      key: 'department',
      title: t('clerk.departmentName'),
      text: (row) => row.departmentName,
      width: 160,
      hidden: true,
    },
    ...(over || list === 'mine' ? [] : [handlerColumn(t, list)]),
    {
      key: 'receivedOn',
      title: t('clerk.receivedOn'),
      text: (row) => row.receivedOn,
      width: 110,
      hidden: true,
      sorts: { ascend: 'receivedFirst', descend: 'received' },
    },
    ...(over ? [toldColumn(t, { hidden: true })] : []),
    { key: 'openedOn', title: t('clerk.openedOn'), text: ({ openedOn }) => openedOn, width: 110, hidden: true },
    { key: 'reminders', title: t('clerk.reminders'), text: ({ reminders }) => reminders, width: 90, hidden: true },
  ];
}

/** The number of the case, which leads to it. */
export function caseNoColumn(t: TFunction): Column<Row> {
  return {
    key: 'caseNo',
    title: t('clerk.caseNo'),
    text: ({ caseNo }) => caseNo,
    render: ({ caseId, caseNo }) => <CaseNumber caseId={caseId} caseNo={caseNo} />,
    width: 116,
    keep: true,
    sorts: { ascend: 'caseNo', descend: 'caseNoLast' },
  };
}

/** The step, and what is asked on it where that is an approval. */
function taskText(t: TFunction, { origin, stepTitle, serving, handler }: Row): string | null {
  switch (origin) {
    case 'start':
      return labelled(t('clerk.approveStart'), stepTitle ?? '');
    case 'extension':
      return t('clerk.approveExtension');
    case 'silence':
      return labelled(t('clerk.confirmSilence'), stepTitle ?? '');
    case 'refusal':
      return labelled(t('clerk.decideRefusal'), stepTitle ?? '');
    case 'passing':
      // A colleague who may sign too sees for whom the materials are.
      return `${t('clerk.signForMaterials')}${handler === null ? '' : bracketed(t('clerk.receiverIs', { name: handler.name }))}`;
    case 'revocation':
      return t('clerk.decideRevocation');
    case 'revocationService':
      return t('clerk.serveRevocation');
    case 'step':
    case null:
      return serving === null ? stepTitle : labelled(stepTitle ?? '', inLanguage(outletStages[serving.stage]));
  }
  return origin satisfies never;
}

/** What the window has to see to in the case. */
function mattersIn(row: Row): readonly string[] {
  return row.matters.map((matter) => inLanguage(matters[matter]));
}

/**
 * Who acts next, by name: who holds the task, else that anybody of its post may claim it (an approval is claimed by nobody, and 待认领 says so by its name) and, where they
 * are few, who hold the post; under it the post.
 */
function handlerColumn(t: TFunction, list: WorklistName): Column<Row> {
  const nameOf = (row: Row) => {
    if (row.handler !== null) return row.handler.name;
    const anybody = row.origin === 'step' && list !== 'claimable' ? t('case.toClaim') : null;
    if (row.postHolders === null) return anybody;
    return anybody === null ? row.postHolders : `${anybody}${bracketed(row.postHolders)}`;
  };
  const postOf = (row: Row) => said('role', row.nextRole, row.nextRoleTitle) ?? '';
  return {
    key: 'handler',
    title: t('clerk.handler'),
    text: (row) => (nameOf(row) === null ? postOf(row) : `${nameOf(row)}${bracketed(postOf(row))}`),
    render: (row) => (
      <>
        <div>{nameOf(row)}</div>
        <div className="why">{postOf(row)}</div>
      </>
    ),
    width: 96,
  };
}

function running(t: TFunction, list: WorklistName): readonly Column<Row>[] {
  const remaining = (row: Row) => remainingText(t, row, row.limitUnit);
  return [
    {
      key: 'light',
      title: t('clerk.light'),
      text: (row) => said('level', row.level, row.levelTitle) ?? t(`case.${row.light}`),
      render: (row) => (
        <CaseLight light={row.light} level={row.level} levelTitle={row.levelTitle} overdue={row.overdue} />
      ),
      width: 124,
      keep: true,
    },
    {
      key: 'remaining',
      title: t('clerk.remaining'),
      text: (row) => (row.light === 'stopped' ? t('case.stopped') : remaining(row)),
      render: (row) => <span className="number">{row.dueOn === null ? t('case.noClock') : remaining(row)}</span>,
      width: 124,
    },
    {
      key: 'gravest',
      title: t('clerk.gravest'),
      text: (row) => dayText(gravestDay(t, row)),
      render: (row) => <LimitDay dated={gravestDay(t, row)} />,
      width: 104,
      sorts: { ascend: 'due', descend: 'dueLast' },
    },
    // Where a column more stands, all of them are wider than a screen of 1366.
    toldColumn(t, list === 'claimable' || list === 'waitingApproval' ? { hidden: true } : {}),
  ];
}

/** 应办结日期 of the case, with the limit that sets it. */
function toldColumn(t: TFunction, more: { readonly hidden?: true } = {}): Column<Row> {
  return {
    key: 'told',
    title: t('clerk.dueOn'),
    text: ({ told }) => dayText(toldDay(t, told)),
    render: ({ told }) => <LimitDay dated={toldDay(t, told)} />,
    width: 104,
    ...more,
  };
}

function requested(t: TFunction): readonly Column<Row>[] {
  const text = ({ requests }: Row) => joined(requests.map(({ order, title }) => said('order', order, title)));
  return [{ key: 'requests', title: t('clerk.requests'), text, width: 130, keep: true }];
}

function ended(t: TFunction): readonly Column<Row>[] {
  return [
    {
      key: 'finishedAt',
      title: t('clerk.finishedAt'),
      text: ({ finishedAt }) => instantText(finishedAt),
      width: 150,
      sorts: inTime,
    },
    {
      key: 'result',
      title: t('clerk.result'),
      text: ({ result, resultTitle }) => said('result', result, resultTitle),
      width: 130,
    },
  ];
}
