import { Button, Form, Input, Modal } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saidClock, labelled } from '../i18n/said.ts';
import { ProblemError } from '../problem-error.ts';
import { BatchResults } from '../ui/batch-results.tsx';
import { ShortNumber } from '../ui/case-number.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import type { WarningRow } from './new-red.tsx';
import type { Answer, Answered, useAnswering } from './use-answering.ts';

type Answering = ReturnType<typeof useAnswering>;

interface ChosenProps {
  readonly chosen: readonly WarningRow[];
  readonly answering: Answering;
  readonly onDone: () => void;
}

/** 签收 and 催办 of all rows that are ticked, with one note for all. */
export function AnswerChosen({ chosen, answering, onDone }: ChosenProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Answer | null>(null);
  return (
    <>
      {(['acknowledge', 'remind'] as const).map((answer) => (
        <Button
          key={answer}
          type={answer === 'acknowledge' ? 'primary' : 'default'}
          disabled={chosen.length === 0}
          loading={answering.busy}
          onClick={() => setAsked(answer)}
        >
          {t(`supervision.${answer}Chosen`, { count: chosen.length })}
        </Button>
      ))}
      {asked && (
        <NoteDialog
          answer={asked}
          count={chosen.length}
          onClose={() => setAsked(null)}
          onNote={(note) => {
            setAsked(null);
            void answering.run(asked, chosen, note).then(onDone);
          }}
        />
      )}
    </>
  );
}

interface NoteProps {
  readonly answer: Answer;
  readonly count: number;
  readonly onNote: (note: string) => void;
  readonly onClose: () => void;
}

function NoteDialog({ answer, count, onNote, onClose }: NoteProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ note?: string }>();
  useFocusBack();
  return (
    <Modal
      open
      title={t(`supervision.${answer}Chosen`, { count })}
      okText={t(`supervision.${answer}`)}
      cancelText={t('frame.cancel')}
      onOk={() => form.submit()}
      // The second of two quick presses meets the mask: it must not undo the first.
      mask={{ closable: false }}
      onCancel={onClose}
      afterOpenChange={(open) => open && form.getFieldInstance('note')?.focus()}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={({ note = '' }) => onNote(note.trim())}
        onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && form.submit()}
      >
        <Form.Item
          name="note"
          label={t(answer === 'remind' ? 'supervision.note' : 'supervision.noteIfAny')}
          extra={t('supervision.noteHint')}
          rules={
            answer === 'remind' ? [{ required: true, whitespace: true, message: t('supervision.noteNeeded') }] : []
          }
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** What became of each row of the last time. */
export function AnswerResults({ answering: { done, clear } }: { answering: Answering }) {
  const { t } = useTranslation();
  if (done === null) return null;
  const failed = done.results.filter(({ error, nothing }) => error !== null || nothing).length;
  const counts = { count: done.results.length - failed, failed };
  const results = done.results.map((one) => {
    const { row } = one;
    return {
      key: row.warningId,
      caseId: row.caseId,
      label: (
        <>
          {row.itemName} <ShortNumber caseNo={row.caseNo} />
        </>
      ),
      words: ` ${labelled(saidClock(row.clock, row.clockTitle), wordsOf(t, one, done.answer))}`,
    };
  });
  const title = labelled(t(`supervision.${done.answer}`), t('supervision.answered', counts));
  return <BatchResults title={title} failed={failed} results={results} onClose={clear} />;
}

function wordsOf(t: TFunction, { error, nothing }: Answered, answer: Answer): string {
  if (nothing) return t('supervision.nothingToRemind');
  if (error === null) return t(`supervision.${answer}Done`);
  return error instanceof ProblemError ? labelled(error.problem.title, error.problem.detail) : t('frame.networkTitle');
}
