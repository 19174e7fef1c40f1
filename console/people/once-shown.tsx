import { Alert, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import './texts.ts';

/** A password that is shown this one time, to be copied or read aloud. */
export function OnceShown({ login, password }: { login: string; password: string }) {
  const { t } = useTranslation();
  return (
    <Alert
      showIcon
      role="status"
      type="success"
      title={t('people.onceTitle')}
      description={
        <>
          <p>
            {t('department.login')} <Typography.Text code>{login}</Typography.Text>
          </p>
          <p>
            {t('frame.password')}{' '}
            <Typography.Text code copyable={{ text: password }}>
              {password}
            </Typography.Text>
          </p>
          <p>{t('people.onceHint')}</p>
        </>
      }
    />
  );
}
