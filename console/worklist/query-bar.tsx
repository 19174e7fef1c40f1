import { Button, Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRoute } from '../queries.ts';

/** Item and number: what a list is narrowed by. It stands in the address. */
export function QueryBar() {
  const { t } = useTranslation();
  const items = useRoute('listItems', {}, { staleMs: 300_000 });
  const [search, setSearch] = useSearchParams();
  const apply = (fields: { itemCode?: string; caseNo?: string }) => {
    const next = Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value.trim().toUpperCase()]] : []));
    setSearch(Object.fromEntries(next));
  };
  return (
    <Form
      layout="inline"
      key={search.toString()}
      initialValues={{ itemCode: search.get('itemCode'), caseNo: search.get('caseNo') }}
      onFinish={apply}
      style={{ rowGap: 8, marginBottom: 12 }}
      className="no-print"
    >
      <Form.Item name="itemCode" label={t('clerk.item')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('clerk.allItems')}
          style={{ width: 280 }}
          options={items.data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? []}
        />
      </Form.Item>
      <Form.Item
        name="caseNo"
        label={t('clerk.caseNoStart')}
        rules={[{ pattern: /^[0-9A-Za-z\s]{0,60}$/, message: t('clerk.caseNoForm') }]}
      >
        <Input allowClear style={{ width: 260 }} />
      </Form.Item>
      <Flex gap={8}>
        <Button type="primary" htmlType="submit">
          {t('frame.query')}
        </Button>
        <Button onClick={() => setSearch({})}>{t('frame.reset')}</Button>
      </Flex>
    </Form>
  );
}
