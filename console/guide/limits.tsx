import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { limitNames } from '../../domain/flow/definition.ts';
import type { CaseLimits, FlowDefinition, LimitRule } from '../../domain/flow/definition.ts';
import { roles } from '../../domain/people/roles.ts';
import { sayAfterHours } from '../../domain/words/after-hours.ts';
import { Mark } from '../ui/plain.tsx';
import { limitText } from '../ui/words.ts';
import { inLanguage, labelled } from '../i18n/said.ts';

/** Every limit of a flow: its number, its provision, where the unit comes from, and whether it is an assumption. */
export function Limits({ definition: { limits, limitBranches, afterHours } }: { definition: FlowDefinition }) {
  const { t } = useTranslation();
  return (
    <>
      <LimitList limits={limits} base={limits} />
      {afterHours !== undefined && <p style={{ margin: '8px 0 0' }}>{inLanguage(sayAfterHours(afterHours))}</p>}
      {limitBranches.map(({ id, title, limits: other }) => (
        <div key={id} style={{ marginTop: 12 }}>
          <h3 style={{ fontSize: 15, margin: '0 0 6px' }}>{t('public.otherLimits', { title })}</h3>
          {Object.keys(other).length === 0 ? (
            <p style={{ margin: 0 }}>{t('public.sameLimits')}</p>
          ) : (
            <LimitList limits={other} base={limits} />
          )}
        </div>
      ))}
    </>
  );
}

function LimitList({ limits, base }: { limits: Partial<CaseLimits>; base: CaseLimits }) {
  const { t } = useTranslation();
  const { extension } = limits;
  return (
    <ul className="cards">
      {limitNames.flatMap((kind) => {
        const rule = limits[kind];
        return rule === undefined
          ? []
          : [<LimitCard key={kind} clock={kind} title={t(`public.${kind}`)} rule={rule} />];
      })}
      {extension !== undefined && (
        <li>
          <strong>{t('public.extension')}</strong>
          <div>{extensionText(t, { ...base, ...limits })}</div>
          {extension !== null && <div className="why">{labelled(t('public.provision'), extension.basis)}</div>}
        </li>
      )}
    </ul>
  );
}

function LimitCard({ title, clock, rule }: { title: string; clock: string; rule: LimitRule }) {
  const { t } = useTranslation();
  return (
    <li>
      <strong>{title}</strong>
      <div style={{ fontSize: 18 }} className="number">
        {limitText(t, rule, clock)} <AssumptionMark rule={rule} />
      </div>
      <LimitSource rule={rule} />
    </li>
  );
}

/** The provision of a limit and where its unit stands. */
export function LimitSource({ rule }: { rule: LimitRule }) {
  const { t } = useTranslation();
  return (
    <div className="why">
      <div>{labelled(t('public.provision'), rule.basis)}</div>
      <div>{labelled(t('public.unitFrom'), rule.unitFrom)}</div>
    </div>
  );
}

/** A mark on a figure that no published list confirms yet. */
export function AssumptionMark({ rule }: { rule: LimitRule }) {
  const { t } = useTranslation();
  if (rule.assumption !== true) return null;
  return (
    <Mark kind="warning" title={t('public.assumptionLong')}>
      {t('public.assumption')}
    </Mark>
  );
}

function extensionText(t: TFunction, { extension, statutory }: CaseLimits): string {
  if (extension === null) return t('public.noExtension');
  const limit = limitText(t, { count: extension.max, unit: statutory.unit });
  return t('public.extensionMax', { limit, approver: inLanguage(roles[extension.approver]) });
}
