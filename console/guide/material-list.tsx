import { useTranslation } from 'react-i18next';
import type { Material } from '../../domain/flow/definition.ts';
import { Mark } from '../ui/plain.tsx';
import { labelled } from '../i18n/said.ts';

const sources = {
  applicant: 'public.fromApplicant',
  government: 'public.fromGovernment',
  other: 'public.fromOther',
} as const satisfies Record<Material['source'], string>;

/** The closed list of materials: how necessary each is, who provides it, by which provision, and what to mind. */
export function MaterialList({ materials }: { materials: readonly Material[] }) {
  const { t } = useTranslation();
  if (materials.length === 0) return <p>{t('frame.empty')}</p>;
  return (
    <ol className="cards">
      {materials.map(({ id, title, need, source, basis, replaceable, shared, note, sample }, index) => (
        <li key={id}>
          <div className="row">
            <strong>
              {index + 1}. {title}
            </strong>
            <Mark kind={need === 'deferrable' ? 'warning' : ''}>{t(`clerk.${need}`)}</Mark>
          </div>
          <div>{labelled(t('public.source'), t(sources[source]))}</div>
          {shared !== undefined && (
            <div>
              <Mark>{t('public.shared')}</Mark> {shared}
            </div>
          )}
          {replaceable !== undefined && <div>{labelled(t('public.replaceable'), replaceable)}</div>}
          {note !== undefined && <div>{labelled(t('public.note'), note)}</div>}
          {sample !== undefined && <div>{labelled(t('public.sample'), sample)}</div>}
          {basis !== undefined && <div className="why">{labelled(t('public.provision'), basis)}</div>}
        </li>
      ))}
    </ol>
  );
}
