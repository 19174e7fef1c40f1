import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.ts';

/** In place of a page that is no work of the reader's, however it was come to: says so, and leads back. */
export function NotForYou() {
  const { t } = useTranslation();
  return (
    <Flex vertical align="center" gap={12} style={{ padding: 48 }}>
      <Typography.Title level={1} style={{ fontSize: 18, margin: 0 }}>
        {t('frame.notForYou')}
      </Typography.Title>
      <Link to={paths.desk}>{t('frame.goHome')}</Link>
    </Flex>
  );
}
