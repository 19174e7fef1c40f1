import { Button, Flex, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ViewList } from '../../contract/routes/list-views.ts';
import type { BodyOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { useWriting } from '../ui/use-writing.ts';
import { keptOf } from './filters.ts';
import { useViews } from './use-views.ts';
import type { Filters } from './use-filters.ts';
import { labelled } from '../i18n/said.ts';

/** As the contract has it. */
const longest = 20;

/** Gives what is chosen a name, under which it is kept. */
export function KeepDialog({ filters, onClose }: { filters: Filters; onClose: () => void }) {
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  const { busy, error, write } = useWriting('listViews');
  useFocusBack();
  const { list, fields, asked, chosen } = filters;
  const query = keptOf(fields, asked);
  const keeps = chosen.filter(({ names }) => names.some((name) => query[name] !== undefined));
  const taken = useViews(list).find((view) => view.title === title.trim());
  const keep = async () => {
    // The API checks what the address says.
    const body = { list, title, query } as BodyOf<'keepView'>;
    const kept = await write(async () => {
      if (taken !== undefined) await call('dropView', { params: { viewId: taken.id } });
      return call('keepView', { body });
    });
    if (kept !== null) onClose();
  };
  return (
    <Modal
      open
      title={t('frame.keepView')}
      okText={t(taken === undefined ? 'frame.save' : 'frame.replaceView')}
      cancelText={t('frame.cancel')}
      closable={{ 'aria-label': t('frame.close') }}
      confirmLoading={busy}
      okButtonProps={{ disabled: title.trim() === '' }}
      onOk={() => void keep()}
      onCancel={onClose}
    >
      <ProblemAlert error={error} />
      <Form layout="vertical" onFinish={() => void keep()}>
        <Form.Item label={t('frame.viewTitle')} htmlFor="view-title">
          <Input
            id="view-title"
            autoFocus
            maxLength={longest}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Form.Item>
      </Form>
      {taken !== undefined && <div className="why">{t('frame.viewTaken', { title: taken.title })}</div>}
      {keeps.map((one) => (
        <div key={one.title}>{labelled(one.title, one.value)}</div>
      ))}
      {keeps.length < chosen.length && <div className="why">{t('frame.wordsNotKept')}</div>}
    </Modal>
  );
}

/** The views of a list, each to be renamed or deleted. */
export function ViewsDialog({ list, onClose }: { list: ViewList; onClose: () => void }) {
  const { t } = useTranslation();
  const views = useViews(list);
  const writing = useWriting('listViews');
  useFocusBack();
  return (
    <Modal
      open
      title={t('frame.views')}
      footer={<Button onClick={onClose}>{t('frame.close')}</Button>}
      closable={{ 'aria-label': t('frame.close') }}
      onCancel={onClose}
    >
      <ProblemAlert error={writing.error} />
      <Flex vertical gap={8}>
        {views.length === 0 && t('frame.noViews')}
        {views.map((view) => (
          <OneView key={view.id} view={view} writing={writing} />
        ))}
      </Flex>
    </Modal>
  );
}

interface OneProps {
  readonly view: ReturnType<typeof useViews>[number];
  readonly writing: ReturnType<typeof useWriting>;
}

function OneView({ view: { id: viewId, title }, writing: { busy, write } }: OneProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(title);
  const isSame = typed.trim() === title || typed.trim() === '';
  const rename = async () => write(async () => call('renameView', { params: { viewId }, body: { title: typed } }));
  const drop = async () => write(async () => call('dropView', { params: { viewId } }));
  return (
    <Flex gap={8}>
      <Input
        maxLength={longest}
        aria-label={t('frame.titleOf', { title })}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => void (isSame ? undefined : rename())}
      />
      <Button disabled={isSame || busy} aria-label={`${t('frame.rename')} ${title}`} onClick={() => void rename()}>
        {t('frame.rename')}
      </Button>
      <Button danger disabled={busy} aria-label={`${t('frame.drop')} ${title}`} onClick={() => void drop()}>
        {t('frame.drop')}
      </Button>
    </Flex>
  );
}
