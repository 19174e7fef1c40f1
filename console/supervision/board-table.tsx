import { Button, Card, Table, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Light } from '../ui/light.tsx';
import { Nothing } from '../ui/states.tsx';
import { moveByArrows } from './arrow-keys.ts';
import type { Chosen } from './board-cases.tsx';
import { LightBar } from './light-bar.tsx';
import { openOf } from './counts.ts';
import type { Line } from './counts.ts';

export const boardLights = ['red', 'yellow', 'green'] as const;

/** The lights of every department, opened to its items. Every count is a button that shows its cases; arrow keys move between them. */
export function BoardTable({ lines, onChoose }: { lines: readonly Line[]; onChoose: (chosen: Chosen) => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  // Few departments are shown opened until somebody chooses, also those that come later; a province is not.
  const opened = chosen ?? (lines.length <= 4 ? lines.map(({ key }) => key) : []);
  const columns = [
    {
      key: 'name',
      title: t('supervision.departmentOrItem'),
      render: (_: unknown, line: Line) =>
        line.itemCode === null ? (
          <Typography.Text strong>{line.name}</Typography.Text>
        ) : (
          <span style={{ display: 'inline-block', maxWidth: 'calc(100% - 48px)', verticalAlign: 'top' }}>
            {line.name}
          </span>
        ),
    },
    {
      key: 'open',
      title: t('supervision.open'),
      width: 64,
      align: 'right' as const,
      render: (_: unknown, line: Line) => <span className="number">{openOf(line)}</span>,
    },
    ...boardLights.map((light) => ({
      key: light,
      title: t(`supervision.${light}`),
      width: 96,
      render: (_: unknown, line: Line) => <Count light={light} line={line} onChoose={onChoose} />,
    })),
    {
      key: 'share',
      title: t('supervision.shares'),
      width: 110,
      render: (_: unknown, line: Line) => <LightBar counts={line} />,
    },
  ];
  return (
    <Card size="small" title={<h2 style={{ fontSize: 16, margin: 0 }}>{t('supervision.byDepartment')}</h2>}>
      <div className="why" style={{ marginBottom: 8 }}>
        {t('supervision.arrowHint')}
      </div>
      <div onKeyDown={moveByArrows}>
        <Table<Line>
          size="small"
          rowKey="key"
          columns={columns}
          dataSource={[...lines]}
          pagination={false}
          scroll={{ x: 640 }}
          locale={{ emptyText: <Nothing>{t('supervision.noOpenCases')}</Nothing> }}
          expandable={{ expandedRowKeys: [...opened], onExpandedRowsChange: (keys) => setChosen(keys.map(String)) }}
        />
      </div>
    </Card>
  );
}

interface CountProps {
  readonly light: (typeof boardLights)[number];
  readonly line: Line;
  readonly onChoose: (chosen: Chosen) => void;
}

function Count({ light, line, onChoose }: CountProps) {
  const { t } = useTranslation();
  const word = t(`supervision.${light}`);
  const count = line[light];
  if (count === 0) {
    return (
      <span className="why number">
        <span className="hidden-text">{word} </span>0
      </span>
    );
  }
  const { departmentId, itemCode, name } = line;
  return (
    <Button
      type="text"
      size="small"
      style={{ padding: 0 }}
      data-count
      aria-label={t('supervision.countLabel', { name, light: word, count })}
      onClick={() => onChoose({ light, departmentId, itemCode, name })}
    >
      <Light colour={light}>
        {word} <span className="number">{count}</span>
      </Light>
    </Button>
  );
}
