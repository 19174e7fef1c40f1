import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { outletStages } from '../../domain/words/serving-stages.ts';
import { inLanguage } from '../i18n/said.ts';
import type { Column } from '../ui/column.ts';
import { labelOf } from '../worklist/claiming.tsx';
import { caseNoColumn } from '../worklist/columns.tsx';
import type { Row } from '../worklist/columns.tsx';

/** Whose paper it is, where its service stands since when, and the act of the line. */
export function outletColumns(t: TFunction, onHandOut: (row: Row) => void): readonly Column<Row>[] {
  const stageOf = ({ serving }: Row) => (serving === null ? null : inLanguage(outletStages[serving.stage]));
  return [
    { key: 'applicant', title: t('clerk.applicant'), text: ({ applicant }) => applicant, width: 160, keep: true },
    { key: 'item', title: t('clerk.item'), text: ({ itemName }) => itemName, width: 150 },
    caseNoColumn(t),
    { key: 'stage', title: t('serving.listStage'), text: stageOf, width: 130, keep: true },
    {
      key: 'since',
      title: t('serving.listSince'),
      text: ({ serving }) => (serving?.stage === 'toCollect' ? serving.toldSince : (serving?.on ?? null)),
      width: 110,
    },
    { key: 'told', title: t('serving.listTold'), text: ({ serving }) => serving?.toldTimes ?? null, width: 100 },
    {
      key: 'until',
      title: t('serving.listUntil'),
      text: ({ serving }) => serving?.deemedOn ?? null,
      width: 110,
      hidden: true,
    },
    {
      key: 'handOut',
      title: t('serving.listHandOut'),
      text: () => null,
      render: (row) => (
        <Button
          size="small"
          aria-label={`${t('serving.listHandOut')} ${labelOf(row)}`}
          onClick={(event) => {
            event.stopPropagation();
            onHandOut(row);
          }}
        >
          {t('serving.listHandOut')}
        </Button>
      ),
      width: 72,
      fixed: 'right',
      keep: true,
    },
  ];
}
