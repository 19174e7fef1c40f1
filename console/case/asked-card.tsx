import { Alert, Descriptions } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { opinionFacts } from '../../domain/case/opinion-facts.ts';
import { inLanguage, saidClock, joined, labelled } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import type { CaseData } from '../steps/case-data.ts';
import { whoseText } from '../steps/whose.ts';
import { instantText, limitText } from '../ui/words.ts';
import { answersTo } from './answers.ts';
import '../steps/texts.ts';
import './texts.ts';

export type Asked = CaseData['asked'][number];

/** What waits for somebody above: whose turn, the reason; of an approval the time, what it does to the dates, what was found so far. */
export function AskedCard({ view, asked }: { view: CaseData; asked: Asked }) {
  const { t } = useTranslation();
  const mine = answersTo(view, asked).length > 0;
  const who = whoseText(asked.next);
  return (
    <Alert
      showIcon
      role="note"
      type={mine ? 'warning' : 'info'}
      style={{ marginBottom: 12 }}
      title={
        mine
          ? t('case.forYou', { what: whatOf(view, asked, t) })
          : t(asked.origin === 'refusal' ? 'case.waitsForDecision' : 'case.waitsForApproval', { who })
      }
      description={<AskedFacts view={view} asked={asked} t={t} />}
    />
  );
}

function whatOf(view: CaseData, { origin, stepId }: Asked, t: TFunction): string {
  switch (origin) {
    case 'start':
      return labelled(t('clerk.approveStart'), view.steps.find(({ id }) => id === stepId)?.title ?? '');
    case 'extension':
      return t('clerk.approveExtension');
    case 'refusal':
      return t('clerk.decideRefusal');
  }
  return origin satisfies never;
}

function AskedFacts({ view, asked, t }: { view: CaseData; asked: Asked; t: TFunction }) {
  const missing = view.materials.filter(({ received, need }) => !received && need !== 'optional');
  const items = [
    [t('case.askedBy'), `${asked.requestedBy} ${instantText(asked.requestedAt)}`],
    [t('order.reason'), asked.reason ?? t('frame.notKnown')],
    ...(asked.limit === null ? proposedFacts(asked, t) : approvalFacts({ view, asked, limit: asked.limit, t })),
    [
      t('case.materials'),
      missing.length === 0 ? t('case.allReceived') : t('case.missing', { what: joined(missing.map((m) => m.title)) }),
    ],
  ] as const;
  return (
    <Descriptions size="small" column={1} items={items.map(([label, children]) => ({ key: label, label, children }))} />
  );
}

function proposedFacts({ competentAgency }: Asked, t: TFunction) {
  return [[t('order.competentAgency'), competentAgency ?? t('frame.notKnown')]] as const;
}

/** What an approval grants, on what basis, and what follows. */
function approvalFacts(o: { view: CaseData; asked: Asked; limit: NonNullable<Asked['limit']>; t: TFunction }) {
  const { view, asked, limit, t } = o;
  return [
    [t(asked.origin === 'start' ? 'public.promised' : 'public.extension'), limitText(t, limit)],
    [t('case.basis'), asked.basis ?? t('frame.notKnown')],
    [t('case.effect'), <Effect key="effect" asked={asked} />],
    [t('case.opinions'), <Opinions key="opinions" caseId={view.caseId} />],
  ] as const;
}

/** What was found so far. While the answer is on its way, or an older one is asked again, it is not known that there is nothing. */
function Opinions({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { data, error, isFetching } = useRoute('timeline', { params: { caseId } });
  if (data === undefined) return t(error === null ? 'frame.loading' : 'frame.notLoaded');
  const found = data.items.filter(({ type }) => opinionFacts.includes(type));
  if (found.length === 0) return t(isFetching ? 'frame.loading' : 'case.noOpinions');
  return (
    <div>
      {found.map((one) => (
        <div key={one.seq}>{labelled(`${one.actorName ?? ''} ${instantText(one.at)}`, inLanguage(one.sentence))}</div>
      ))}
    </div>
  );
}

/** Each date that moves, before and after. */
function Effect({ asked }: { asked: Asked }) {
  const { t } = useTranslation();
  if (asked.effect.length === 0) return t('case.noEffect');
  return (
    <div>
      {asked.effect.map(({ clock, clockTitle, before, after }) => (
        <div key={clock} className="number">
          {labelled(saidClock(clock, clockTitle), `${before ?? '—'} → `)}
          <strong>{after ?? t('frame.notKnown')}</strong>
        </div>
      ))}
      {asked.origin === 'start' && <div className="why">{t('case.effectOfStart')}</div>}
    </div>
  );
}
