import { Alert, Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { useDraft } from '../use-draft.ts';
import { momentText } from './moment-text.ts';

/** Says that a draft is kept, and offers one that was left behind. */
export function DraftBar({ draft }: { draft: ReturnType<typeof useDraft> }) {
  const { t } = useTranslation();
  if (draft.found === null) {
    if (draft.keptAt === null) return null;
    return (
      <Typography.Text type="secondary">{t('clerk.draftKept', { time: momentText(draft.keptAt) })}</Typography.Text>
    );
  }
  return (
    <Alert
      showIcon
      type="info"
      style={{ marginBottom: 12 }}
      title={t('clerk.draftFound', { time: momentText(draft.found.at) })}
      action={
        <Flex wrap gap={8}>
          <Button size="small" type="primary" onClick={draft.take}>
            {t('clerk.draftUse')}
          </Button>
          <Button size="small" onClick={draft.drop}>
            {t('clerk.draftDrop')}
          </Button>
        </Flex>
      }
    />
  );
}
