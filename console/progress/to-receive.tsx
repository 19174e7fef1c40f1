import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import '../outlet/texts.ts';
import { Section } from '../guide/section.tsx';

type Serving = OkOf<'lookup'>['serving'];

/** What the applicant is to do to have the result: come and what to bring, or wait for the post. What failed is the agency's to mend. */
export function ToReceive({ serving }: { serving: Serving }) {
  const { t } = useTranslation();
  if (serving === null) return null;
  const { stage, on, collectAt, collectBy, carrier, trackingNo, deemedOn } = serving;
  switch (stage) {
    case 'toCollect':
      return (
        <Section id="receive" title={t('serving.yourToCollect')}>
          <p style={{ margin: '0 0 6px' }}>
            <strong>{t('serving.yourToCollectFrom', { day: on })}</strong>
          </p>
          <ul style={{ margin: 0, paddingInlineStart: 22 }}>
            {collectAt !== null && <li>{t('serving.yourToCollectAt', { where: collectAt })}</li>}
            {collectBy !== null && <li>{t('serving.yourToCollectBy', { day: collectBy })}</li>}
            <li>{t('serving.yourToCollectSelf')}</li>
            <li>{t('serving.yourToCollectAgent')}</li>
          </ul>
        </Section>
      );
    case 'posted':
      return (
        <Section id="receive" title={t('serving.yourPosted')}>
          <p style={{ margin: 0 }}>
            {t('serving.yourPostedOn', { day: on })}
            {carrier !== null && t('serving.yourPostedBy', { carrier, no: trackingNo ?? '' })}
          </p>
        </Section>
      );
    case 'announced':
      return (
        <Section id="receive" title={t('serving.yourAnnounced')}>
          <p style={{ margin: 0 }}>{t('serving.yourAnnouncedUntil', { day: deemedOn ?? on })}</p>
        </Section>
      );
    case 'returned':
    case 'failed':
      return (
        <Section id="receive" title={t('serving.yourNotServed')}>
          <p style={{ margin: 0 }}>{t('serving.yourNotServedNow', { day: on })}</p>
        </Section>
      );
  }
  return stage satisfies never;
}
