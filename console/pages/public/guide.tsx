import { RightOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Form, Input, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { OkOf } from '../../../contract/routes.ts';
import { paths } from '../../paths.ts';
import { useRoute } from '../../queries.ts';
import { Answered, Nothing } from '../../ui/states.tsx';

type Item = OkOf<'listGuides'>['items'][number];
const forgetful = { staleMs: 60_000 };

/** 办事指南: every item that can be applied for, by department, found by words. The search stands in the address. */
export function Component() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const q = search.get('q') ?? '';
  const departmentId = search.get('departmentId') ?? '';
  const query = { ...(q !== '' && { q }), ...(departmentId !== '' && { departmentId }) };
  const guides = useRoute('listGuides', { query, quiet: true }, forgetful);
  return (
    <Flex vertical gap={12} style={{ maxWidth: 960, margin: '0 auto' }}>
      <div>
        <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
          {t('public.guideTitle')}
        </Typography.Title>
        <Typography.Paragraph style={{ margin: '4px 0 0' }}>{t('public.guideIntro')}</Typography.Paragraph>
      </div>
      <SearchBar key={search.toString()} q={q} departmentId={departmentId} />
      <Answered query={guides}>{({ items }) => <Found items={items} />}</Answered>
    </Flex>
  );
}

function SearchBar({ q, departmentId }: { q: string; departmentId: string }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const all = useRoute('listGuides', { query: {}, quiet: true }, forgetful);
  const departments = new Map(all.data?.items.map((item) => [item.departmentId, item.departmentName]));
  const apply = (fields: { q?: string; departmentId?: string }) => {
    const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value.trim() !== '');
    setSearch(Object.fromEntries(filled.map(([name, value]) => [name, value.trim()])));
  };
  return (
    <Card size="small" role="search">
      <Form layout="vertical" initialValues={{ q, departmentId }} onFinish={apply}>
        <Flex wrap gap="0 12px" align="end">
          <Form.Item
            name="q"
            label={t('public.searchLabel')}
            style={{ flex: '1 1 240px', marginBottom: 8 }}
            rules={[{ max: 80 }]}
          >
            <Input allowClear placeholder={t('public.searchHint')} enterKeyHint="search" />
          </Form.Item>
          <Form.Item
            name="departmentId"
            label={t('public.byDepartment')}
            style={{ flex: '1 1 200px', marginBottom: 8 }}
          >
            <Select
              options={[
                { value: '', label: t('public.allDepartments') },
                ...[...departments].map(([value, label]) => ({ value, label })),
              ]}
            />
          </Form.Item>
          <Form.Item style={{ marginBottom: 8 }}>
            <Button type="primary" htmlType="submit" icon={<SearchOutlined aria-hidden />}>
              {t('public.search')}
            </Button>
          </Form.Item>
        </Flex>
      </Form>
    </Card>
  );
}

function Found({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation();
  const departments = [...new Set(items.map((item) => item.departmentName))];
  return (
    <>
      <div role="status">{t('public.found', { count: items.length })}</div>
      {items.length === 0 && (
        <Card size="small">
          <Nothing>{t('public.nothingFound')}</Nothing>
        </Card>
      )}
      {departments.map((name) => (
        <Card key={name} size="small" title={<h2 style={{ fontSize: 16, margin: 0 }}>{name}</h2>}>
          <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {items
              .filter((item) => item.departmentName === name)
              .map((item) => (
                <li key={item.code} style={{ padding: '6px 0' }}>
                  <Link to={paths.guideItem(item.code)} style={{ fontSize: 16 }}>
                    {item.name} <RightOutlined aria-hidden style={{ fontSize: 12 }} />
                  </Link>
                  <div className="why" style={{ overflowWrap: 'anywhere', marginTop: 0 }}>
                    {t('public.itemCode')} {item.code}
                  </div>
                </li>
              ))}
          </ul>
        </Card>
      ))}
    </>
  );
}
