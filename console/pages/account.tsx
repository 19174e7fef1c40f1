import { Card, Flex, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../queries.ts';
import { useMe } from '../session.tsx';
import { said, bracketed } from '../i18n/said.ts';
import { PasswordForm } from '../ui/password-form.tsx';
import { TokenList } from '../ui/token-list.tsx';

/** Who is signed in, with which posts, the change of the password, and the tokens. */
export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  const tokens = useRoute('listTokens', {});
  const hasTokens = tokens.data?.items.some(({ revokedAt }) => revokedAt === null) === true;
  return (
    <Flex vertical gap={12} style={{ maxWidth: 720 }}>
      <Card size="small">
        <Typography.Title level={1} style={{ fontSize: 18, marginTop: 0 }}>
          {me.name}
          {bracketed(me.login)}
        </Typography.Title>
        <Table
          size="small"
          pagination={false}
          rowKey={({ role, departmentId }) => `${role} ${departmentId}`}
          dataSource={me.held}
          columns={[
            { title: t('frame.role'), render: (_v, { role, roleTitle }) => said('role', role, roleTitle) },
            { title: t('frame.department'), dataIndex: 'departmentName' },
            { title: t('frame.region'), dataIndex: 'regionCode' },
          ]}
        />
      </Card>
      <Card size="small" title={t('frame.changePassword')}>
        <PasswordForm login={me.login} hasTokens={hasTokens} />
      </Card>
      <Card size="small" title={t('frame.tokens')}>
        <TokenList />
      </Card>
    </Flex>
  );
}
