import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { Light } from '../ui/light.tsx';

export type Version = OkOf<'listFlows'>['items'][number];
type Status = Pick<Version, 'status' | 'version'>;

/** Where a version stands: draft, checked, published; `inForce` is the version new cases follow. */
export function FlowStatus({ flow: { status, version }, inForce }: { flow: Status; inForce: number | null }) {
  const { t } = useTranslation();
  if (status === 'draft') return <Light colour="grey">{t('department.draft')}</Light>;
  if (status === 'checked') return <Light colour="yellow">{t('department.checked')}</Light>;
  if (version === inForce) return <Light colour="green">{t('department.published')}</Light>;
  return <Light colour="grey">{t('department.replaced')}</Light>;
}

/** The version new cases follow: the newest published one. Null: none. */
export function versionInForce(versions: readonly Status[]): number | null {
  const published = versions.filter(({ status }) => status === 'published').map(({ version }) => version);
  return published.length === 0 ? null : Math.max(...published);
}
