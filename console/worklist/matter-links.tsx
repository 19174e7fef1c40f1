import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OkOf } from '../../contract/routes.ts';
import { matters } from '../../domain/words/matters.ts';
import { inLanguage } from '../i18n/said.ts';
import { paths } from '../paths.ts';
import { Light } from '../ui/light.tsx';

/** What waits for the window in cases of the department whatever step they are at, each with its count; it leads to those cases. */
export function MatterLinks({ counters }: { counters: OkOf<'worklistCounters'> | undefined }) {
  const { t } = useTranslation();
  const waiting = (['withdrawal', 'identity'] as const).filter((matter) => (counters?.[matter] ?? 0) > 0);
  if (waiting.length === 0) return null;
  return (
    <Flex wrap gap={16} role="group" aria-label={t('clerk.matter')} className="no-print" style={{ marginBottom: 8 }}>
      {waiting.map((matter) => (
        <Link key={matter} to={paths.ofMatter(matter)}>
          <Light colour="yellow">
            {inLanguage(matters[matter])} {t('clerk.waiting', { count: counters?.[matter] ?? 0 })}
          </Light>
        </Link>
      ))}
    </Flex>
  );
}
