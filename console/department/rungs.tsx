import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { clockKinds, levels } from '../../domain/flow/definition.ts';
import type { Rung } from '../../domain/flow/definition.ts';
import { rungWords } from '../../domain/flow/diff/ladder.ts';
import { LevelLight } from '../ui/level-light.tsx';
import { inLanguage } from '../i18n/said.ts';

/** The ladder of warnings: on which clock, when, which card, and who is told. */
export function Rungs({ ladder }: { ladder: readonly Rung[] }) {
  const { t } = useTranslation();
  return (
    <Table<Rung>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={[...ladder]}
      columns={[
        {
          title: t('department.rung'),
          render: (_v, { level }) => <LevelLight level={level} title={levels[level].zh} />,
        },
        { title: t('clerk.clock'), render: (_v, { clock }) => inLanguage(clockKinds[clock]) },
        { title: t('department.rungWords'), render: (_v, rung) => rungWords(rung) },
      ]}
    />
  );
}
