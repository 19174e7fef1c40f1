import { Button, Flex, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import { inLanguage } from '../i18n/said.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useFileAct } from './use-file-act.ts';

type Earlier = OkOf<'listEarlier'>;
type Consent = Earlier['consents'][number]['consent'];

/** How the applicant agrees that what was given before is used: chosen once, noted with each file. */
export function ConsentChoice(o: {
  consents: Earlier['consents'];
  value: Consent | undefined;
  onChange: (consent: Consent) => void;
}) {
  const { t } = useTranslation();
  if (o.consents.length === 0) return <p className="why">{t('files.earlierUnverified')}</p>;
  return (
    <Flex gap={8} align="center" wrap role="group" aria-label={t('files.consent')}>
      <span>{t('files.consent')}</span>
      <Radio.Group
        size="small"
        value={o.value}
        options={o.consents.map(({ consent, title }) => ({ value: consent, label: inLanguage(title) }))}
        onChange={({ target }) => o.onChange(target.value as Consent)}
      />
    </Flex>
  );
}

/** What the same applicant gave before, or got, that may stand for a material: each taken by one act. */
export function EarlierOffers(o: { caseId: string; items: Earlier['items']; consent: Consent | undefined }) {
  return (
    <ul className="file-lines">
      {o.items.map((item) => (
        <Offer key={item.source} caseId={o.caseId} item={item} consent={o.consent} />
      ))}
    </ul>
  );
}

function Offer({
  caseId,
  item,
  consent,
}: {
  caseId: string;
  item: Earlier['items'][number];
  consent: Consent | undefined;
}) {
  const { t } = useTranslation();
  const { materialId, source, name, caseNo, goodUntil, givenOn, kind } = item;
  const taking = useFileAct(async (how: Consent) =>
    call('takeEarlier', { body: { caseId, materialId, source, consent: how } }),
  );
  const until = goodUntil === null ? t('files.earlierNoEnd') : t('files.earlierUntil', { day: goodUntil });
  return (
    <li>
      <Flex gap={8} align="center" wrap>
        <span className="file-name">{t('files.earlierHas', { name })}</span>
        <span className="why">
          {t(kind === 'file' ? 'files.earlierGiven' : 'files.earlierIssued', { day: givenOn, caseNo, until })}
        </span>
        <Button
          size="small"
          type="primary"
          disabled={consent === undefined || item.expired || !item.mayOpen}
          loading={taking.busy}
          aria-label={t('files.useOf', { name })}
          onClick={() => void (consent !== undefined && taking.send(consent))}
        >
          {t(item.expired ? 'files.expired' : 'files.use')}
        </Button>
      </Flex>
      <ProblemAlert error={taking.error} />
    </li>
  );
}
