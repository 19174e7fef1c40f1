import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { said } from '../i18n/said.ts';
import type { Column } from '../ui/column.ts';
import type { Row } from './columns.tsx';
import type { Claiming } from './use-claiming.ts';

/** A task is a row. */
export const keyOf = ({ caseId, stepId, taskId }: Row): string => `${caseId} ${taskId ?? stepId ?? ''}`;
/** How a row is called where it is not seen. */
export const labelOf = ({ caseNo, stepTitle }: Row): string => `${stepTitle ?? ''} ${caseNo}`;

/** 认领 at the end of each row. */
export function claimColumn(t: TFunction, claiming: Claiming): Column<Row> {
  const word = said('order', 'claimTask', t('clerk.claim'));
  return {
    key: 'claim',
    title: t('clerk.claim'),
    text: () => null,
    render: (row) => (
      <Button
        size="small"
        disabled={claiming.busy}
        aria-label={`${word} ${labelOf(row)}`}
        onClick={() => void claiming.claimAll([row])}
      >
        {word}
      </Button>
    ),
    width: 64,
    fixed: 'right',
    keep: true,
  };
}

/** 认领 of all rows that are ticked. */
export function ClaimChosen({ chosen, claiming }: { chosen: readonly Row[]; claiming: Claiming }) {
  const { t } = useTranslation();
  return (
    <Button
      type="primary"
      disabled={chosen.length === 0}
      loading={claiming.busy}
      onClick={() => void claiming.claimAll(chosen)}
    >
      {t('clerk.claimChosen', { count: chosen.length })}
    </Button>
  );
}
