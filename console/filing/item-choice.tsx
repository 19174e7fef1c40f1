import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { bracketed } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import { useMe } from '../session.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';

/** The items of the reader's departments, found by name or code: those of others are not offered, the API would refuse them. */
export function ItemChoice({ value, onChange }: { value: string | null; onChange: (code: string) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const items = useRoute('listItems', {}, { staleMs: 300_000 });
  const own = items.data?.items.filter(({ departmentId }) =>
    me.posts.some((post) => post.departmentId === departmentId),
  );
  return (
    <Form layout="vertical">
      <ProblemAlert error={items.error} onRetry={() => void items.refetch()} />
      <Form.Item label={t('clerk.chooseItem')} style={{ marginBottom: 0 }} htmlFor="item-choice">
        <Select
          id="item-choice"
          showSearch={{ optionFilterProp: 'label' }}
          style={{ maxWidth: 640 }}
          loading={items.isPending}
          placeholder={t('clerk.chooseItemHint')}
          value={value}
          onChange={onChange}
          notFoundContent={items.data === undefined ? t('frame.loading') : t('clerk.noOwnItem')}
          options={own?.map(({ code, name }) => ({ value: code, label: `${name}${bracketed(code)}` })) ?? []}
        />
      </Form.Item>
    </Form>
  );
}
