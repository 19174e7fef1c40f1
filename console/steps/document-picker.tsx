import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import './texts.ts';

interface Props {
  readonly caseId: string;
  readonly value?: unknown;
  readonly onChange?: (value: number) => void;
  readonly id?: string;
}

/** A document of the case, by its name, number and day; the agency's own papers are not corrected by another. */
export function DocumentPicker({ caseId, value, onChange, id }: Props) {
  const { t } = useTranslation();
  const found = useRoute('listDocuments', { params: { caseId } });
  const items = found.data?.items.filter(({ correctable }) => correctable) ?? [];
  return (
    <Select<number>
      {...(id === undefined ? {} : { id })}
      {...(typeof value === 'number' && { value })}
      {...(onChange && { onChange })}
      loading={found.isFetching}
      placeholder={t('order.chooseDocument')}
      notFoundContent={found.isFetching ? t('frame.loading') : t('order.noDocument')}
      options={items.map(({ seq, title, number, on }) => ({
        value: seq,
        label: [inLanguage(title), number, on].filter((part) => part !== null).join(' · '),
      }))}
    />
  );
}
