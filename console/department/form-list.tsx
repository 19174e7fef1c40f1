import { Table } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../domain/flow/definition.ts';
import { fieldTypeWords } from '../../domain/flow/diff/words.ts';
import { Nothing } from '../ui/states.tsx';
import { joined } from '../i18n/said.ts';

/** The fields that are filled in at filing. */
export function FormList({ form }: { form: readonly FormField[] }) {
  const { t } = useTranslation();
  return (
    <Table<FormField>
      size="small"
      rowKey="key"
      pagination={false}
      dataSource={[...form]}
      locale={{ emptyText: <Nothing /> }}
      columns={[
        { title: t('department.field'), dataIndex: 'title' },
        { title: t('department.type'), render: (_v, { type }) => fieldTypeWords[type] },
        { title: t('department.needed'), render: (_v, { required }) => t(required ? 'frame.yes' : 'frame.no') },
        { title: t('department.bounds'), render: (_v, field) => bounds(t, field) },
      ]}
    />
  );
}

function bounds(t: TFunction, { choices, minimum, maximum, maxLength, unit }: FormField): string {
  const parts = [
    choices && joined(choices.map(({ title }) => title)),
    minimum === undefined ? undefined : `≥ ${minimum}`,
    maximum === undefined ? undefined : `≤ ${maximum}`,
    maxLength === undefined ? undefined : t('department.signs', { count: maxLength }),
    unit,
  ];
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? '—' : joined(known, '，');
}
