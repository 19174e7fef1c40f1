import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { WorklistName } from '../../contract/worklists.ts';
import { useRoute } from '../queries.ts';
import { askedIn } from '../ui/address.ts';
import { Choice } from '../ui/choice.tsx';
import { DaysField, QueryForm } from '../ui/query-form.tsx';

/** What a list may be narrowed and sorted by; it stands in the address under the names of the API. */
const asked = ['find', 'itemCode', 'receivedFrom', 'receivedTo', 'sort'] as const;
type Asked = { readonly [K in (typeof asked)[number]]?: string };

/** What the address asks of a list. */
export function askedOf(search: URLSearchParams): Asked {
  return askedIn(search, asked);
}

/** Whom or what is sought, item, days of receipt, and for what is open the order. */
export function QueryBar({ list }: { list: WorklistName }) {
  const { t } = useTranslation();
  const items = useRoute('listItems', {}, { staleMs: 300_000 });
  const [search] = useSearchParams();
  // The outlet goes by the day since which something waits.
  const hasDays = list !== 'outlet';
  const isOpen = list !== 'closed' && list !== 'finished';
  return (
    <QueryForm asked={askedOf(search)}>
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
      {hasDays && (
        <DaysField
          label={t('clerk.receivedOn')}
          from={{ name: 'receivedFrom', label: t('clerk.receivedFrom') }}
          to={{ name: 'receivedTo', label: t('clerk.receivedTo') }}
        />
      )}
      {isOpen && hasDays && (
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
    </QueryForm>
  );
}
