import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.ts';
import { useSession } from '../session.tsx';

/** In place of a page that is no work of the reader's, or that there is not: says so, and leads back. */
export function NoPage({ words }: { words: string }) {
  const { t } = useTranslation();
  const { me } = useSession();
  return (
    <Flex vertical align="center" gap={12} style={{ padding: 48 }}>
      <h1 className="page-title">{words}</h1>
      <Link to={me ? paths.desk : paths.home}>{t('frame.goHome')}</Link>
    </Flex>
  );
}
