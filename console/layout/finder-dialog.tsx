import { AutoComplete, Flex, Input, Modal, Typography } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OkOf } from '../../contract/routes.ts';
import { foundByTitles } from '../../domain/words/found-by.ts';
import { bracketed, inLanguage, joined } from '../i18n/said.ts';
import { mayCallAt } from '../me.ts';
import { paths } from '../paths.ts';
import { useRoute } from '../queries.ts';
import { useMe } from '../session.tsx';
import { dayText, toldDay } from '../ui/limit-day.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';

/** Fewer signs say too little; `Sought` of the contract. */
const [fewest, most] = [2, 60];
/** As fast as people type: asked once they pause. */
const pauseMs = 200;

/** The field of 查找办件 and what it finds, while it is typed; while nothing is, the cases that the person opened last. A choice leads to the case. */
export function FinderDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim());
  const isEnough = words.length >= fewest;
  const found = useRoute('findCases', { query: { words } }, { enabled: isEnough });
  const recent = useRoute('recentCases', {}, { staleMs: 0 });
  const field = useRef<InputRef>(null);
  useFocusBack();
  const isEmpty = typed.trim() === '';
  const items = (isEmpty ? recent.data?.items : isEnough ? found.data?.items : undefined) ?? [];
  const services = useServices(isEnough ? words : '');
  const go = (path: string) => {
    onClose();
    void navigate(path);
  };
  return (
    <Modal
      open
      title={t('frame.findCase')}
      footer={null}
      width={640}
      style={{ top: 64 }}
      onCancel={onClose}
      afterOpenChange={() => field.current?.focus()}
    >
      <Hint>{t('frame.findWords')}</Hint>
      <AutoComplete
        open={items.length + services.length > 0}
        value={typed}
        style={{ width: '100%' }}
        defaultActiveFirstOption
        options={[
          ...items.map((one) => ({ value: paths.oneCase(one.caseId), label: <Found one={one} /> })),
          ...services.map((one) => ({ value: one.path, label: <Service one={one} /> })),
        ]}
        getPopupContainer={(inside) => inside.parentElement ?? document.body}
        listHeight={480}
        popupRender={(list) => (
          <>
            {isEmpty && <Hint>{t('frame.findRecent')}</Hint>}
            {list}
            {!isEmpty && found.data?.more === true && (
              <Hint>{t(found.data.tooMany ? 'frame.findTooMany' : 'frame.findMore')}</Hint>
            )}
          </>
        )}
        onChange={setTyped}
        onSelect={go}
        // The list is open as long as it has something, so it takes Escape for itself.
        onKeyDown={({ key }) => key === 'Escape' && onClose()}
      >
        <Input ref={field} maxLength={most} size="large" aria-label={t('frame.findWords')} />
      </AutoComplete>
      <div role="status">
        {isEnough && found.isFetching && <Hint>{t('frame.finding')}</Hint>}
        {isEnough && !found.isFetching && found.data?.items.length === 0 && services.length === 0 && (
          <Hint>{t('frame.findNothing', { words })}</Hint>
        )}
      </div>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
    </Modal>
  );
}

/** A value once it has stood still. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function Hint({ children }: { children: string }) {
  return (
    <Typography.Paragraph type="secondary" style={{ margin: '8px 12px' }}>
      {children}
    </Typography.Paragraph>
  );
}

interface ServiceEntry {
  readonly path: string;
  readonly name: string;
  readonly departmentName: string;
  readonly files: boolean;
}

/** Most items that are shown below the cases. */
const mostServices = 5;

/** The items whose name has all the words: whoever files there goes on to the filing, everybody else to the guide. */
function useServices(words: string): readonly ServiceEntry[] {
  const me = useMe();
  const all = useRoute('listItems', {}, { staleMs: 300_000, enabled: words !== '' }).data?.items ?? [];
  if (words === '') return [];
  const entries = all
    .filter(({ name, publishedVersion }) => publishedVersion !== null && hasAll(name, words))
    .map(({ code, name, departmentId, departmentName }) => {
      const files = mayCallAt(me, 'fileCase', departmentId);
      return { path: files ? paths.fileItem(code) : paths.guideItem(code), name, departmentName, files };
    });
  // What can be filed here stands before what others do.
  return [...entries.filter(({ files }) => files), ...entries.filter(({ files }) => !files)].slice(0, mostServices);
}

function hasAll(name: string, words: string): boolean {
  return words.split(/\s+/u).every((word) => name.toLowerCase().includes(word.toLowerCase()));
}

function Service({ one: { name, departmentName, files } }: { one: ServiceEntry }) {
  const { t } = useTranslation();
  return (
    <Flex vertical>
      <Flex justify="space-between" gap={12}>
        <strong style={{ whiteSpace: 'normal' }}>{name}</strong>
        <span>{t(files ? 'clerk.fileCase' : 'frame.guide')}</span>
      </Flex>
      <Typography.Text type="secondary">
        {t('frame.findItem')} · {departmentName}
      </Typography.Text>
    </Flex>
  );
}

type Known = OkOf<'recentCases'>['items'][number];
type FoundBy = OkOf<'findCases'>['items'][number]['foundBy'];

/** Number and item; then applicant, department and how it stands; then what of it was meant. */
function Found({ one }: { one: Known & { readonly foundBy?: FoundBy } }) {
  const { t } = useTranslation();
  const due = dayText(toldDay(t, one.told));
  const open = due === null ? t('frame.findOpen') : t('frame.findDue', { due });
  const stands = one.status === 'closed' ? (one.resultTitle ?? t('frame.findClosed')) : open;
  return (
    <Flex vertical>
      <Flex justify="space-between" gap={12}>
        <strong style={{ whiteSpace: 'normal' }}>{one.itemName}</strong>
        <span>{one.caseNo}</span>
      </Flex>
      <Flex justify="space-between" gap={12}>
        <Typography.Text type="secondary" ellipsis>
          {one.applicant} · {one.departmentName}
        </Typography.Text>
        <Typography.Text type="secondary">{stands}</Typography.Text>
      </Flex>
      {one.foundBy !== undefined && one.foundBy.length > 0 && (
        <Typography.Text type="secondary" ellipsis>
          {t('frame.foundBy', { parts: joined(one.foundBy.map(partOf)) })}
        </Typography.Text>
      )}
    </Flex>
  );
}

/** What of a case was meant, in words: 文书编号 沈水许受〔2026〕12号; 申报表单（取水地点）. */
function partOf({ by, detail }: FoundBy[number]): string {
  const title = inLanguage(foundByTitles[by]);
  if (detail === null) return title;
  return by === 'document' ? `${title} ${detail}` : `${title}${bracketed(detail)}`;
}
