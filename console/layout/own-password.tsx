import { LogoutOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe, useSession } from '../session.tsx';
import { PasswordForm } from '../ui/password-form.tsx';
import { LanguageButton } from './header.tsx';

/** Somebody else chose the password: nothing else can be done before. */
export function OwnPassword() {
  const { t } = useTranslation();
  const me = useMe();
  const { renew, end } = useSession();
  return (
    <Flex vertical align="center" role="main" style={{ paddingTop: 24 }}>
      <Flex justify="flex-end" style={{ width: '100%', maxWidth: 400 }}>
        <LanguageButton />
        <Button type="text" icon={<LogoutOutlined />} onClick={() => void end()}>
          {t('frame.signOut')}
        </Button>
      </Flex>
      <Card style={{ width: '100%', maxWidth: 400 }}>
        <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
          {t('frame.changePassword')}
        </Typography.Title>
        <Typography.Paragraph>{t('frame.ownPasswordFirst', { name: me.name })}</Typography.Paragraph>
        {/* Whoever sets a password for somebody else ends the tokens too. */}
        <PasswordForm login={me.login} hasTokens={false} onDone={renew} />
      </Card>
    </Flex>
  );
}
