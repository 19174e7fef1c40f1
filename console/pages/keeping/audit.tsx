import { DownloadOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { OkOf, QueryOf } from '../../../contract/routes.ts';
import { auditKinds, isAuditKind } from '../../../domain/people/audit.ts';
import { addressOf, call } from '../../api.ts';
import { inLanguage } from '../../i18n/said.ts';
import { askedIn } from '../../ui/address.ts';
import type { Column } from '../../ui/column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DaysField, QueryForm } from '../../ui/query-form.tsx';
import { instantText } from '../../ui/words.ts';

type Row = OkOf<'listAudit'>['items'][number];
type Asked = QueryOf<'auditCsv'>;

/** What the address asks for, under the names of the API. */
function askedOf(search: URLSearchParams): Asked {
  const kind = search.get('kind') ?? '';
  return { ...askedIn(search, ['who', 'from', 'to']), ...(isAuditKind(kind) && { kind }) };
}

/** The audit: who signed in, changed accounts and posts, exported, saw unmasked data; narrowed by kind, person and days. */
export function Component() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const asked = askedOf(search);
  return (
    <DataTable<Row>
      key={search.toString()}
      id="audit"
      title={t('audit.title')}
      queryKey={['listAudit', asked]}
      load={(page, signal) => call('listAudit', { query: { ...asked, ...page }, ...(signal && { signal }) })}
      rowKey={({ id }) => id}
      query={<Filters asked={asked} />}
      actions={
        <Button icon={<DownloadOutlined />} href={fileOf(asked)} download>
          {t('supervision.exportCsv')}
        </Button>
      }
      columns={columnsOf(t)}
    />
  );
}

function fileOf(asked: Asked): string {
  const query = new URLSearchParams(asked).toString();
  return `${addressOf('auditCsv')}${query === '' ? '' : `?${query}`}`;
}

function Filters({ asked }: { asked: Asked }) {
  const { t } = useTranslation();
  return (
    <QueryForm asked={asked}>
      <Form.Item name="kind">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('audit.kind')}
          placeholder={t('audit.allKinds')}
          style={{ width: 190 }}
          options={Object.entries(auditKinds).map(([value, words]) => ({ value, label: inLanguage(words) }))}
        />
      </Form.Item>
      <Form.Item name="who">
        <Input
          allowClear
          maxLength={32}
          aria-label={t('audit.login')}
          placeholder={t('audit.login')}
          style={{ width: 180 }}
        />
      </Form.Item>
      <DaysField
        label={t('audit.days')}
        from={{ name: 'from', label: t('audit.from') }}
        to={{ name: 'to', label: t('audit.to') }}
      />
    </QueryForm>
  );
}

function columnsOf(t: TFunction): readonly Column<Row>[] {
  return [
    { key: 'at', title: t('frame.time'), text: ({ at }) => instantText(at), width: 150, keep: true },
    { key: 'kind', title: t('audit.kind'), text: ({ kindTitle }) => inLanguage(kindTitle), width: 170, keep: true },
    {
      key: 'who',
      title: t('audit.who'),
      text: ({ who }) => (who === null ? null : nameOf(who)),
      width: 190,
      keep: true,
    },
    { key: 'about', title: t('audit.about'), text: ({ about }) => about, width: 420 },
    { key: 'address', title: t('audit.address'), text: ({ address }) => address, width: 140 },
    { key: 'id', title: t('audit.id'), text: ({ id }) => id, width: 300, hidden: true },
  ];
}

function nameOf({ name, login }: NonNullable<Row['who']>): string {
  return login === '' ? name : `${name}（${login}）`;
}
