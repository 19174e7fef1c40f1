import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import type { Me } from '../me.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Over the page when the session has expired: the same person signs in again and nothing typed is lost. */
export function SignInDialog({ login, onDone }: { login: string; onDone: (me: Me) => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t('frame.expired')} footer={null} closable={false} keyboard={false} mask={{ closable: false }}>
      <p style={{ marginTop: 0 }}>{t('frame.expiredText')}</p>
      <SignInForm login={login} onDone={onDone} />
      <Button type="link" onClick={() => window.location.assign(paths.signIn)}>
        {t('frame.otherPerson')}
      </Button>
    </Modal>
  );
}
