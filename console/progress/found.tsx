import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OkOf } from '../../contract/routes.ts';
import { Facts, Section } from '../guide/section.tsx';
import { paths } from '../paths.ts';
import { Mark, Panel, State } from '../ui/plain.tsx';
import { remainingText } from '../ui/words.ts';
import { ToReceive } from './to-receive.tsx';
import '../online/texts.ts';
import { ToldClock } from './told-clock.tsx';
import { said, bracketed, inLanguage, joined } from '../i18n/said.ts';

type Looked = OkOf<'lookup'>;

/** A case as its applicant sees it: whose turn it is, when it is promised, how much time is used, and why a clock stands. */
export function Found({ found }: { found: Looked }) {
  const { t } = useTranslation();
  const clocks = [...found.clocks.filter(({ ended }) => !ended), ...found.clocks.filter(({ ended }) => ended)];
  return (
    <div className="page narrow">
      <Head found={found} />
      {found.unverified && <Unverified />}
      {found.revocation !== null && (
        <div role="note" className="failure">
          <strong>{t('public.revoked', { day: found.revocation.on })}</strong>
          <div>{t('public.revokedBy', { no: found.revocation.documentNo })}</div>
          {found.revocation.servedOn !== null && (
            <div>{t('public.revocationServed', { day: found.revocation.servedOn })}</div>
          )}
        </div>
      )}
      <ToSupply found={found} />
      <ToFollow found={found} />
      <ToReceive serving={found.serving} />
      <Turns steps={found.steps} />
      <Messages messages={found.messages} />
      <Section id="clocks" title={t('public.clocks')}>
        <ul className="cards">
          {clocks.map((clock) => (
            <ToldClock key={`${clock.kind} ${clock.title}`} clock={clock} />
          ))}
        </ul>
      </Section>
      <Section id="done" title={t('public.stepsDone')}>
        <ol style={{ margin: 0, paddingInlineStart: 22 }}>
          {found.steps.map(({ title, state, since, untimed, open }) => (
            <li key={title} style={{ padding: '2px 0' }}>
              {title} {untimed && <Mark>{t('public.untimed')}</Mark>}
              <span className="why">
                {joined([t('public.since', { day: since }), said('state', open ? 'open' : 'finished', state)], '，')}
              </span>
            </li>
          ))}
        </ol>
      </Section>
      <Link to={paths.guideItem(found.itemCode)}>{t('public.seeGuide')}</Link>
    </div>
  );
}

/** What the applicant has to do before anything is accepted, and how to take the application back. */
function Unverified() {
  const { t } = useTranslation();
  return (
    <Panel>
      <strong>{t('online.identity')}</strong>
      <p className="why">{t('online.withdraw')}</p>
    </Panel>
  );
}

function Head({ found }: { found: Looked }) {
  const { t } = useTranslation();
  const given = [
    {
      word: t('public.accepted'),
      value: found.acceptedBySilence
        ? `${found.acceptedOn}${bracketed(t('public.acceptedBySilence'))}`
        : found.acceptedOn,
    },
    { word: t('public.decided'), value: found.decidedOn },
    { word: t('public.result'), value: said('result', found.result, found.resultTitle) },
  ].filter(({ value }) => value !== null);
  return (
    <Panel>
      <div className="row apart">
        <h2 style={{ fontSize: 18, margin: 0 }}>{found.itemName}</h2>
        {found.revocation === null ? (
          <State colour={found.status === 'closed' ? 'grey' : 'green'}>
            {said('status', found.status, found.statusTitle)}
          </State>
        ) : (
          <State colour="red">{t('public.permitRevoked')}</State>
        )}
      </div>
      <p className="why" style={{ margin: '2px 0 8px' }}>
        {t('public.today', { day: found.today })}
      </p>
      <Facts
        rows={[
          { word: t('public.caseNo'), value: <span className="number">{found.caseNo}</span> },
          { word: t('public.department'), value: found.departmentName },
          { word: t(dueWords[found.dueClock ?? 'promised']), value: <Told found={found} /> },
          { word: t('public.received'), value: found.receivedOn },
          ...given,
        ]}
      />
    </Panel>
  );
}

/** The date is called by the limit that sets it. */
const dueWords = { promised: 'public.toldDueOn', statutory: 'public.statutoryDueOn' } as const;

/** The date the department stands by, with what is left of the limit that sets it, or why there is none now. */
function Told({ found: { dueOn, dueClock, provisional, acceptedOn, clocks } }: { found: Looked }) {
  const { t } = useTranslation();
  const clock = clocks.find(({ kind }) => kind === dueClock);
  if (dueOn === null) return <>{t(acceptedOn === null ? 'public.dueNone' : 'public.dueStopped')}</>;
  return (
    <>
      <strong className="number" style={{ fontSize: 18 }}>
        {dueOn}
      </strong>
      {clock !== undefined && !clock.ended && !clock.stopped && (
        <span className="number">{bracketed(remainingText(t, clock, clock.limit.unit))}</span>
      )}
      {provisional && (
        <>
          {' '}
          <Mark kind="warning">{t('public.provisional')}</Mark>
          <div className="why">{t('public.provisionalLong')}</div>
        </>
      )}
    </>
  );
}

/** What is asked of the applicant, by name and by when. */
function ToSupply({ found: { supplement } }: { found: Looked }) {
  const { t } = useTranslation();
  if (supplement === null) return null;
  const { dueOn, documentNo, asked } = supplement;
  const told = { no: documentNo, day: dueOn ?? '' };
  return (
    <Section id="supply" title={t('public.toSupply')}>
      <p style={{ margin: '0 0 6px' }}>
        <strong>{dueOn === null ? t('public.toSupplyAny', told) : t('public.toSupplyBy', told)}</strong>
      </p>
      <ul style={{ margin: 0, paddingInlineStart: 22 }}>
        {asked.map(({ title, defect, arrivedOn }) => (
          <li key={title}>
            {t(defect === 'missing' ? 'public.supplyMissing' : 'public.supplyWrong', { what: title })}
            {arrivedOn !== null && (
              <span className="why">{bracketed(t('public.supplyArrived', { day: arrivedOn }))}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What was let in to come later and has not come. */
function ToFollow({ found: { deferral } }: { found: Looked }) {
  const { t } = useTranslation();
  if (deferral === null) return null;
  return (
    <Section id="follow" title={t('public.toFollow')}>
      {deferral.dueOn !== null && (
        <p style={{ margin: '0 0 6px' }}>
          <strong>{t('public.toFollowBy', { day: deferral.dueOn })}</strong>
        </p>
      )}
      <ul style={{ margin: 0, paddingInlineStart: 22 }}>
        {deferral.materials.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </Section>
  );
}

/** What was told and served when, the latest first. */
function Messages({ messages }: Pick<Looked, 'messages'>) {
  const { t } = useTranslation();
  return (
    <Section id="messages" title={t('public.messages')}>
      <ol style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {messages.map(({ seq, on, text }) => (
          <li key={seq} style={{ padding: '2px 0', overflowWrap: 'anywhere' }}>
            <span className="number">{on}</span> {inLanguage(text)}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Turns({ steps }: Pick<Looked, 'steps'>) {
  const { t } = useTranslation();
  const open = steps.filter((step) => step.open);
  return (
    <Section id="turn" title={t('public.whoseTurn')}>
      {open.length === 0 && t('public.nobody')}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {open.map(({ title, role, turn, untimed, phase, phaseTitle, promiseDueOn }) => (
          <li key={title} style={{ padding: '4px 0' }}>
            <div style={{ fontSize: 16 }}>
              <strong>{t('public.turnLine', { turn: said('role', role, turn ?? ''), step: title })}</strong>{' '}
              {untimed && <Mark kind="untimed">{t('public.untimed')}</Mark>}
            </div>
            {phaseTitle !== null && <div>{t('public.phase', { phase: said('phase', phase, phaseTitle) })}</div>}
            {promiseDueOn !== null && <div>{t('public.promiseDue', { day: promiseDueOn })}</div>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
