import { Alert, Button, Form, Input, InputNumber, Select, Space, Table, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import { forget, useRoute } from '../queries.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { withinBounds } from './rules.ts';
import { Answered } from './states.tsx';
import { instantText } from './words.ts';

type Token = OkOf<'listTokens'>['items'][number];

/** One's own bearer tokens: what each may do, when it was last used and ends; revoked here, made here and shown once. */
export function TokenList() {
  const { t } = useTranslation();
  const tokens = useRoute('listTokens', {});
  const [error, setError] = useState<unknown>(null);
  const revoke = async (tokenId: string) => {
    setError(null);
    await call('revokeToken', { params: { tokenId } }).catch(setError);
    await forget('listTokens');
  };
  return (
    <>
      <NewToken />
      <ProblemAlert error={error} />
      <Answered query={tokens}>
        {({ items }) => (
          <Table<Token>
            size="small"
            pagination={false}
            rowKey={({ id }) => id}
            dataSource={items.filter(({ revokedAt }) => revokedAt === null)}
            columns={[
              { title: t('frame.tokenTitle'), dataIndex: 'title' },
              { title: t('frame.tokenScope'), render: (_v, { scope }) => t(`frame.${scope}`) },
              { title: t('frame.tokenUsed'), render: (_v, { lastUsedAt }) => instantText(lastUsedAt) },
              { title: t('frame.tokenEnds'), render: (_v, { expiresAt }) => instantText(expiresAt) },
              {
                title: '',
                render: (_v, { id, title }) => (
                  <Button
                    danger
                    size="small"
                    aria-label={`${t('frame.revoke')} ${title}`}
                    onClick={() => void revoke(id)}
                  >
                    {t('frame.revoke')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Answered>
    </>
  );
}

/** How long a token may live, as the contract has it. */
const ofDays = { min: 1, max: 366, whole: true };

interface Fields {
  readonly title: string;
  readonly days: number;
  readonly scope: 'full' | 'readOnly';
}

function NewToken() {
  const { t } = useTranslation();
  const [made, setMade] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const needed = { required: true, message: t('frame.required') };
  const make = async (body: Fields) => {
    setError(null);
    try {
      setMade((await call('createToken', { body })).token);
      await forget('listTokens');
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <Space direction="vertical" style={{ width: '100%', marginBottom: 12 }}>
      <ProblemAlert error={error} />
      {made !== null && (
        <Alert
          type="success"
          showIcon
          title={t('frame.tokenOnce')}
          description={<Typography.Text copyable>{made}</Typography.Text>}
        />
      )}
      <Form<Fields>
        layout="inline"
        style={{ rowGap: 8 }}
        initialValues={{ days: 30, scope: 'readOnly' }}
        onFinish={(fields) => void make(fields)}
      >
        <Form.Item name="title" label={t('frame.tokenTitle')} rules={[needed]}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="scope" label={t('frame.tokenScope')}>
          <Select
            style={{ width: 140 }}
            options={(['readOnly', 'full'] as const).map((value) => ({ value, label: t(`frame.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="days" label={t('frame.tokenDays')} rules={[needed, withinBounds(t, ofDays)]}>
          <InputNumber />
        </Form.Item>
        <Button htmlType="submit">{t('frame.tokenMake')}</Button>
      </Form>
    </Space>
  );
}
