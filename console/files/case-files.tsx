import { App, Button, Flex } from 'antd';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { serviceSignature } from '../../domain/files/signature-place.ts';
import type { OkOf } from '../../contract/routes.ts';
import { addressOf } from '../api.ts';
import { ProblemError } from '../problem-error.ts';
import { forget, useRoute } from '../queries.ts';
import type { CaseData } from '../steps/case-data.ts';
import { Answered } from '../ui/states.tsx';
import { staffDoor } from './doors.ts';
import { ConsentChoice, EarlierOffers } from './earlier-offers.tsx';
import { MaterialFiles } from './material-files.tsx';
import { sizeText } from './size-text.ts';
import './texts.ts';
import { ToRegister } from './to-register.tsx';
import { createUploadQueue } from './upload-queue.ts';

/** The files of a case, a material each: brought, looked at, replaced, withdrawn. `first`, by material, are sent at once and taken out of it. */
export function CaseFiles({ view, first }: { view: CaseData; first?: Map<string, File> }) {
  const { t } = useTranslation();
  const { caseId } = view;
  const files = useRoute('listFiles', { params: { caseId } });
  const queue = useQueue(caseId, first);
  const earlier = useEarlier(caseId, view.status !== 'closed' && files.data?.mayTake === true);
  const [consent, setConsent] = useState<Consent>();
  // What the filing says needs no choice; what was said at the window somebody has to have heard.
  const chosen = consent ?? earlier?.consents.find((one) => one.consent === 'online')?.consent;
  const uploads = useSyncExternalStore(queue.subscribe, queue.snapshot);
  if (files.error instanceof ProblemError && files.error.problem.code === 'not-allowed') {
    return <p>{t('files.notYours')}</p>;
  }
  return (
    <Answered query={files}>
      {({ items, places, mayTake, mostBytes }) => (
        <Flex vertical gap={12}>
          <p className="why">
            {view.status === 'closed' ? t('files.closed') : t('files.drop', { size: sizeText(mostBytes.ofFile) })}
          </p>
          <ToRegister view={view} />
          {earlier && unused(earlier, items).length > 0 && (
            <ConsentChoice consents={earlier.consents} value={chosen} onChange={setConsent} />
          )}
          {items.some(({ state, mayOpen }) => state === 'kept' && mayOpen) && (
            <Button style={{ alignSelf: 'start' }} href={addressOf('bundleFiles', { params: { caseId } })} download>
              {t('files.bundle')}
            </Button>
          )}
          {places.map(({ id, title }) => (
            <MaterialFiles
              key={id}
              title={title}
              isOpen={view.status !== 'closed' && id !== serviceSignature.id}
              files={items.filter(({ materialId }) => materialId === id)}
              uploads={uploads.filter(({ materialId }) => materialId === id)}
              mayTake={mayTake}
              queue={queue}
              onAdd={(added, replaces) => queue.add(added, id, replaces)}
              earlier={
                <EarlierOffers
                  caseId={caseId}
                  consent={chosen}
                  items={unused(earlier, items).filter(({ materialId }) => materialId === id)}
                />
              }
            />
          ))}
        </Flex>
      )}
    </Answered>
  );
}

type Earlier = OkOf<'listEarlier'>;
type Consent = Earlier['consents'][number]['consent'];

/** What the applicant gave before; nobody but the window is told. */
function useEarlier(caseId: string, isAsked: boolean): Earlier | undefined {
  return useRoute('listEarlier', { params: { caseId } }, { enabled: isAsked }).data;
}

/** What is not used in this case already. */
function unused(earlier: Earlier | undefined, items: OkOf<'listFiles'>['items']): Earlier['items'] {
  const isUsed = (one: Earlier['items'][number]) =>
    items.some(({ state, materialId, origin, name }) => {
      return state === 'kept' && materialId === one.materialId && origin?.caseNo === one.caseNo && name === one.name;
    });
  return (earlier?.items ?? []).filter((one) => !isUsed(one));
}

/** The queue of the page; who leaves it while files are on their way is asked first. */
function useQueue(caseId: string, first = new Map<string, File>()) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [queue] = useState(() => {
    const made = createUploadQueue(staffDoor(caseId), (name) => {
      message.success(t('files.kept', { name }));
      void forget('listFiles', 'oneCase');
    });
    for (const [materialId, file] of first) made.add([file], materialId);
    // A panel that comes again, as after a cut network, sends nothing again.
    first.clear();
    return made;
  });
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (queue.snapshot().some(({ state }) => state !== 'failed')) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [queue]);
  return queue;
}
