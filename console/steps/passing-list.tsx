import { Flex, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseData } from './case-data.ts';
import './passing-texts.ts';

/** A line of the list of what is passed on, as it is typed. */
interface Line {
  readonly id: string;
  readonly originals: number;
  readonly copies: number;
}

const words = { originals: 'passing.originalsField', copies: 'passing.copiesField' } as const;

/** The list begins with one original of each material that the window took in. */
export function receivedLines({ materials }: CaseData): readonly Line[] {
  return materials.filter(({ received }) => received).map(({ id }) => ({ id, originals: 1, copies: 0 }));
}

/** Each material that came in, with how many originals and copies go to the department; neither: it is there as a file. */
export function PassingList(props: {
  readonly view: CaseData;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
  readonly id?: string;
}) {
  const { t } = useTranslation();
  const { view, value, onChange, id } = props;
  const lines = Array.isArray(value) ? (value as readonly Line[]) : [];
  const change = (line: Line, field: 'originals' | 'copies', count: number | null) =>
    onChange?.(lines.map((one) => (one.id === line.id ? { ...one, [field]: count ?? 0 } : one)));
  const titleOf = (material: string) => view.materials.find((one) => one.id === material)?.title ?? material;
  return (
    <Flex vertical gap={8} id={id}>
      {lines.map((line) => (
        <Flex key={line.id} wrap gap="4px 12px" align="center">
          <span style={{ flex: '1 1 220px' }}>{titleOf(line.id)}</span>
          {(['originals', 'copies'] as const).map((field) => (
            <InputNumber
              key={field}
              min={0}
              max={10_000}
              precision={0}
              style={{ width: 130 }}
              prefix={t(words[field])}
              aria-label={`${titleOf(line.id)} ${t(words[field])}`}
              value={line[field]}
              onChange={(count) => change(line, field, count)}
            />
          ))}
        </Flex>
      ))}
      <span className="why">{t('passing.listHint')}</span>
    </Flex>
  );
}
