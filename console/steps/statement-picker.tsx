import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import './texts.ts';

interface Props {
  readonly caseId: string;
  /** Who was told, or what was said and not answered yet. */
  readonly of: 'told' | 'statements';
  readonly value?: unknown;
  readonly onChange?: (value: number | undefined) => void;
  readonly id?: string;
}

/** Who was told that a permit concerns them, or a statement that waits for an answer, as the record tells it. */
export function StatementPicker({ caseId, of, value, onChange, id }: Props) {
  const { t } = useTranslation();
  const timeline = useRoute('timeline', { params: { caseId } });
  const entries = timeline.data?.items ?? [];
  const numbersOf = (type: string, field: string) =>
    entries.flatMap((entry) => {
      const no = entry.type === type ? numberIn(entry.fact, field) : null;
      return no === null ? [] : [{ no, label: inLanguage(entry.sentence) }];
    });
  const answered = numbersOf('StatementAnswered', 'statementNo').map(({ no }) => no);
  const offered =
    of === 'told'
      ? numbersOf('InterestedTold', 'no')
      : numbersOf('StatementReceived', 'no').filter(({ no }) => !answered.includes(no));
  return (
    <Select<number>
      {...(id === undefined ? {} : { id })}
      {...(typeof value === 'number' && { value })}
      {...(onChange && { onChange })}
      allowClear={of === 'told'}
      loading={timeline.isFetching}
      placeholder={t(of === 'told' ? 'order.ofApplicant' : 'order.chooseStatement')}
      notFoundContent={t(of === 'told' ? 'order.nobodyTold' : 'order.noStatement')}
      options={offered.map(({ no, label }) => ({ value: no, label }))}
    />
  );
}

function numberIn(fact: unknown, field: string): number | null {
  const value: unknown =
    typeof fact === 'object' && fact !== null ? Object.entries(fact).find(([name]) => name === field)?.[1] : null;
  return typeof value === 'number' ? value : null;
}
