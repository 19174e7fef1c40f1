import { Button, Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { WorklistName } from '../../contract/worklists.ts';
import { useRoute } from '../queries.ts';
import { Choice } from '../ui/choice.tsx';

/** What a list may be narrowed and sorted by; it stands in the address under the names of the API. */
const asked = ['find', 'itemCode', 'receivedFrom', 'receivedTo', 'sort'] as const;
type Asked = { readonly [K in (typeof asked)[number]]?: string };

/** What the address asks of a list. */
export function askedOf(search: URLSearchParams): Asked {
  return Object.fromEntries(asked.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])));
}

/** Whom or what is sought, item, days of receipt, and for what is open the order. */
export function QueryBar({ list }: { list: WorklistName }) {
  const { t } = useTranslation();
  const items = useRoute('listItems', {}, { staleMs: 300_000 });
  const [search, setSearch] = useSearchParams();
  const apply = (fields: Asked) => {
    const next = Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value.trim()]] : []));
    setSearch(Object.fromEntries(next));
  };
  const isOpen = list !== 'closed' && list !== 'finished';
  return (
    <Form<Asked>
      layout="inline"
      key={search.toString()}
      initialValues={askedOf(search)}
      onFinish={apply}
      style={{ gap: '8px 0', marginBottom: 12 }}
      className="no-print"
    >
      <Form.Item name="find" rules={[{ min: 2, message: t('clerk.findShort') }]}>
        <Input
          allowClear
          maxLength={60}
          aria-label={t('clerk.find')}
          placeholder={t('clerk.find')}
          style={{ width: 220 }}
        />
      </Form.Item>
      <Form.Item name="itemCode">
        <Choice
          label={t('clerk.item')}
          any={t('clerk.allItems')}
          width={160}
          options={items.data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? []}
        />
      </Form.Item>
      <Form.Item label={t('clerk.receivedOn')} style={{ marginInlineEnd: 4 }}>
        <Flex align="center" gap={4}>
          <Form.Item noStyle name="receivedFrom">
            <Input type="date" aria-label={t('clerk.receivedFrom')} style={{ width: 132 }} />
          </Form.Item>
          {'–'}
          <Form.Item noStyle name="receivedTo">
            <Input type="date" aria-label={t('clerk.receivedTo')} style={{ width: 132 }} />
          </Form.Item>
        </Flex>
      </Form.Item>
      {isOpen && (
        <Form.Item name="sort">
          <Select
            allowClear
            aria-label={t('clerk.sort')}
            placeholder={t('clerk.sortDue')}
            style={{ width: 118 }}
            options={[{ value: 'received', label: t('clerk.sortReceived') }]}
          />
        </Form.Item>
      )}
      <Flex gap={8}>
        <Button type="primary" htmlType="submit">
          {t('frame.query')}
        </Button>
        <Button onClick={() => setSearch({})}>{t('frame.reset')}</Button>
      </Flex>
    </Form>
  );
}
