import { Button, Flex, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { inAddress } from './address.ts';

interface Props {
  /** What the address asks for. */
  readonly asked: Readonly<Record<string, string | undefined>>;
  readonly children: ReactNode;
}

/** A form whose fields stand in the address under the names of the API: 查询 puts them there, 重置 takes all away. */
export function QueryForm({ asked, children }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  return (
    <Form<Props['asked']>
      layout="inline"
      key={search.toString()}
      initialValues={asked}
      onFinish={(fields) => setSearch(inAddress(fields))}
      style={{ gap: '8px 0', marginBottom: 12 }}
      className="no-print"
    >
      {children}
      <Flex gap={8}>
        <Button type="primary" htmlType="submit">
          {t('frame.query')}
        </Button>
        <Button onClick={() => setSearch({})}>{t('frame.reset')}</Button>
      </Flex>
    </Form>
  );
}

interface End {
  readonly name: string;
  readonly label: string;
}

/** From which to which day, in a `QueryForm`. */
export function DaysField({ label, from, to }: { readonly label: string; readonly from: End; readonly to: End }) {
  const end = ({ name, label: ofEnd }: End) => (
    <Form.Item noStyle name={name}>
      <Input type="date" aria-label={ofEnd} style={{ width: 132 }} />
    </Form.Item>
  );
  return (
    <Form.Item label={label} style={{ marginInlineEnd: 4 }}>
      <Flex align="center" gap={4}>
        {end(from)}
        {'–'}
        {end(to)}
      </Flex>
    </Form.Item>
  );
}
