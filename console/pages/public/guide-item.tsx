import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { OkOf } from '../../../contract/routes.ts';
import type { GuideElement } from '../../../domain/flow/guide.ts';
import { GuideElements, isFilled, otherElements, withLimits } from '../../guide/elements.tsx';
import { AssumptionMark, Limits } from '../../guide/limits.tsx';
import { MaterialList } from '../../guide/material-list.tsx';
import { Facts, Section } from '../../guide/section.tsx';
import { StepList } from '../../guide/step-list.tsx';
import { paths } from '../../paths.ts';
import { useRoute } from '../../queries.ts';
import { Answer, Mark, Panel } from '../../ui/plain.tsx';
import { limitText } from '../../ui/words.ts';

type Item = OkOf<'oneGuide'>;
type Flow = NonNullable<Item['flow']>;

const FlowPicture = lazy(() => import('../../ui/flow-picture.tsx').then((file) => ({ default: file.FlowPicture })));

const conditions = ['conditions', 'serviceTargets', 'quantityLimit'] as const satisfies readonly GuideElement[];
const fees = ['fee', 'resultType', 'resultName', 'validity'] as const satisfies readonly GuideElement[];
const contacts = [
  'place',
  'officeHours',
  'channels',
  'online',
  'visits',
  'visitReason',
  'booking',
  'courier',
  'enquiries',
  'complaints',
] as const satisfies readonly GuideElement[];
const limitNotes = [
  'statutoryLimitNote',
  'promisedLimitNote',
  'specialProcedures',
] as const satisfies readonly GuideElement[];
/** What who asks at the counter does not take home: 一次性告知单 is what the item needs, not how the agency works. */
const onScreen: readonly string[] = ['flow', 'steps', 'basis'];
const others = otherElements([conditions, fees, contacts, limitNotes]);

/** One item as an applicant reads it: conditions, materials, limits, flow, steps with their promises, fees, contacts. */
export function Component() {
  const { t } = useTranslation();
  const { itemCode = '' } = useParams();
  const item = useRoute('oneGuide', { params: { itemCode }, quiet: true }, { staleMs: 60_000 });
  return (
    <div className="page">
      <Answer query={item}>{(shown) => (shown.flow === null ? null : <Guide item={shown} flow={shown.flow} />)}</Answer>
      {item.isError && <Link to={paths.guide}>{t('public.allGuides')}</Link>}
    </div>
  );
}

function Guide({ item, flow }: { item: Item; flow: Flow }) {
  const { t } = useTranslation();
  const { definition } = flow;
  const guide = withLimits(item.guide, definition);
  const group = (only: readonly GuideElement[]) =>
    only.some((name) => isFilled(guide[name])) ? <GuideElements guide={guide} only={only} /> : null;
  const parts: readonly { id: string; title: string; content: ReactNode }[] = [
    { id: 'conditions', title: t('public.conditions'), content: group(conditions) },
    { id: 'materials', title: t('public.materials'), content: <MaterialList materials={definition.materials} /> },
    {
      id: 'limits',
      title: t('public.limits'),
      content: (
        <div className="page">
          <Limits definition={definition} />
          {group(limitNotes)}
        </div>
      ),
    },
    {
      id: 'flow',
      title: t('public.flow'),
      content: (
        <Suspense fallback={<p role="status">{t('frame.loading')}</p>}>
          <div className="sideways" role="group" tabIndex={0} aria-label={t('public.flowScrolls')}>
            <div>
              <FlowPicture definition={definition} />
            </div>
          </div>
        </Suspense>
      ),
    },
    { id: 'steps', title: t('public.steps'), content: <StepList definition={definition} /> },
    { id: 'fees', title: t('public.fees'), content: group(fees) },
    { id: 'contacts', title: t('public.contacts'), content: group(contacts) },
    { id: 'basis', title: t('public.basis'), content: group(others) },
  ];
  const shown = parts.filter(({ content }) => content !== null);
  return (
    <div className="page">
      <SheetHead version={flow.version} />
      <Head item={item} flow={flow} />
      <nav aria-label={t('public.contents')} className="no-print">
        <div className="row">
          {shown.map(({ id, title }) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </div>
      </nav>
      {shown.map(({ id, title, content }) => (
        <Section key={id} id={id} title={title} screenOnly={onScreen.includes(id)}>
          {content}
        </Section>
      ))}
    </div>
  );
}

/** The page printed is the 一次性告知单 of a consultation: nothing is filed and nothing is stored. */
function SheetHead({ version }: { version: number }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="row no-print" style={{ justifyContent: 'flex-end' }}>
        <button type="button" className="button" onClick={() => window.print()}>
          {t('public.printSheet')}
        </button>
      </div>
      <div className="only-print">
        <h1 style={{ textAlign: 'center' }}>{t('public.sheetHeading')}</h1>
        <p>{t('public.sheetNote', { version })}</p>
      </div>
    </>
  );
}

function Head({ item, flow: { version, definition } }: { item: Item; flow: Flow }) {
  const { t } = useTranslation();
  const { statutory, promised, countsFrom } = definition.limits;
  const counted = (limit: string) => (countsFrom === 'receipt' ? t('public.fromReceipt', { limit }) : limit);
  return (
    <Panel>
      <h1>{item.name}</h1>
      <Facts
        rows={[
          { word: t('public.department'), value: item.departmentName },
          { word: t('public.statutory'), value: <strong>{counted(limitText(t, statutory))}</strong> },
          {
            word: t('public.promised'),
            value: (
              <>
                <strong>{counted(limitText(t, promised))}</strong> <AssumptionMark rule={promised} />
              </>
            ),
          },
          {
            word: t('public.itemCode'),
            value: (
              <>
                {item.code} <Mark>{t('public.versionNo', { version })}</Mark>
              </>
            ),
          },
        ]}
      />
      <p className="row">
        <Link to={paths.fileOnline(item.code)}>{t('public.fileOnline')}</Link>
        <Link to={paths.progress}>{t('public.checkProgress')}</Link>
      </p>
    </Panel>
  );
}
