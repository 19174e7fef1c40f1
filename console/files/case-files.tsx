import { App, Button, Flex } from 'antd';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../api.ts';
import { ProblemError } from '../problem-error.ts';
import { forget, useRoute } from '../queries.ts';
import type { CaseData } from '../steps/case-data.ts';
import { Answered } from '../ui/states.tsx';
import { staffDoor } from './doors.ts';
import { MaterialFiles } from './material-files.tsx';
import { sizeText } from './size-text.ts';
import './texts.ts';
import { createUploadQueue } from './upload-queue.ts';

/** The files of a case, a material each: brought, looked at, replaced, withdrawn. `first`, by material, are sent at once and taken out of it. */
export function CaseFiles({ view, first }: { view: CaseData; first?: Map<string, File> }) {
  const { t } = useTranslation();
  const { caseId } = view;
  const files = useRoute('listFiles', { params: { caseId } });
  const queue = useQueue(caseId, first);
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
          {items.some(({ state, mayOpen }) => state === 'kept' && mayOpen) && (
            <Button style={{ alignSelf: 'start' }} href={addressOf('bundleFiles', { params: { caseId } })} download>
              {t('files.bundle')}
            </Button>
          )}
          {places.map(({ id, title }) => (
            <MaterialFiles
              key={id}
              title={title}
              isOpen={view.status !== 'closed'}
              files={items.filter(({ materialId }) => materialId === id)}
              uploads={uploads.filter(({ materialId }) => materialId === id)}
              mayTake={mayTake}
              queue={queue}
              onAdd={(added, replaces) => queue.add(added, id, replaces)}
            />
          ))}
        </Flex>
      )}
    </Answered>
  );
}

/** The queue of the page; who leaves it while files are on their way is asked first. */
function useQueue(caseId: string, first = new Map<string, File>()) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [queue] = useState(() => {
    const made = createUploadQueue(staffDoor(caseId), (name) => {
      message.success(t('files.kept', { name }));
      void forget('listFiles');
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
