import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import type { useWrite } from './use-write.ts';
import './texts.ts';

interface Props {
  readonly title: string;
  readonly act: string;
  readonly writing: Pick<ReturnType<typeof useWrite>, 'busy' | 'error'>;
  readonly blocked?: boolean;
  readonly danger?: boolean;
  readonly onAct: () => void;
  readonly onClose: () => void;
  /** Shown when it is done, in place of the question: the dialog then only closes. */
  readonly done?: ReactNode;
  readonly children: ReactNode;
}

/** A question before an act that cannot be taken back: what it does, its refusal, and what came of it where that is to be read. */
export function ConfirmDialog({ title, act, writing, blocked, danger, onAct, onClose, done, children }: Props) {
  const { t } = useTranslation();
  useFocusBack();
  const isDone = done !== undefined && done !== null;
  return (
    <Modal
      open
      title={title}
      okText={isDone ? t('people.onceDone') : act}
      cancelText={t('frame.cancel')}
      closable={{ 'aria-label': t('frame.close') }}
      // What is shown once is not lost by a click beside it.
      mask={{ closable: false }}
      confirmLoading={writing.busy}
      okButtonProps={{ disabled: blocked === true && !isDone, danger: danger === true && !isDone }}
      // The attribute `hidden` is no match for antd's own display.
      cancelButtonProps={{ style: isDone ? { display: 'none' } : {} }}
      onOk={isDone ? onClose : onAct}
      onCancel={onClose}
    >
      <ProblemAlert error={writing.error} />
      {isDone ? done : children}
    </Modal>
  );
}
