import { SaveOutlined } from '@ant-design/icons';
import { App, Form } from 'antd';
import type { FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyOf, OkOf } from '../../contract/routes.ts';
import { useMe } from '../session.tsx';
import { DraftBar } from '../ui/draft-bar.tsx';
import { readJson } from '../ui/json-lines.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { ProblemError } from '../problem-error.ts';
import { useDraft } from '../use-draft.ts';
import { useSubmission } from '../use-submission.ts';
import { flowJson } from './flow-json.ts';
import { JsonEditor } from './json-editor.tsx';
import type { EditorHandle } from './json-editor.tsx';
import { RemarkList } from './remark-list.tsx';
import { ActButton } from './refused-act.tsx';
import { remarksOn } from './remarks.ts';

type Flow = OkOf<'oneFlow'>;
export interface TextFields {
  readonly text: string;
}
const listId = 'flow-remarks';

interface Props {
  readonly flow: Flow;
  readonly form: FormInstance<TextFields>;
  readonly onSaved: (flow: Flow) => Promise<void>;
}

/** The definition as text with what the gate found beside its lines; a draft can be edited and saved. */
export function FlowText({ flow, form, onSaved }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const id = `${useMe().login}.flow.${flow.id}`;
  const draft = useDraft(id, form);
  const submission = useSubmission('editFlow', id);
  const editor = useRef<EditorHandle>(null);
  const edit = flow.acts.find(({ act }) => act === 'edit');
  const text = Form.useWatch('text', { form, preserve: true }) ?? flowJson(flow.definition);
  const remarks = remarksOn(t, text, { findings: flow.findings, error: submission.error });
  const first = remarks[0]?.line;
  useEffect(() => {
    if (submission.error !== null && first !== undefined) editor.current?.goTo(first);
    // Only a new refusal moves the cursor, not what is typed afterwards.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [submission.error]);
  const settle = async (saved: Flow | null) => {
    if (saved === null) return;
    draft.drop();
    await onSaved(saved);
    const errors = saved.findings.filter(({ severity }) => severity === 'error').length;
    void message.success(t('department.saved', { errors, warnings: saved.findings.length - errors }));
  };
  const save = async () => {
    const read = readJson(form.getFieldValue('text') ?? text);
    if (read.mistake !== null) return editor.current?.goTo(read.mistake.line);
    draft.keep();
    // The shape is the API's to check: what does not fit comes back with its pointers and is shown at its lines.
    const body = { definition: read.value } as BodyOf<'editFlow'>;
    await settle(await submission.send({ params: { flowId: flow.id }, body, revision: flow.revision }));
  };
  const shape = submission.error instanceof ProblemError && (submission.error.problem.errors ?? []).length > 0;
  return (
    <Form<TextFields>
      form={form}
      initialValues={{ text: flowJson(flow.definition) }}
      onKeyDown={(event) => {
        if (!event.ctrlKey || event.key !== 's' || edit?.refusedBecause !== undefined) return;
        event.preventDefault();
        void save();
      }}
    >
      {!shape && <ProblemAlert error={submission.error} onRetry={() => void submission.again().then(settle)} />}
      <DraftBar draft={{ ...draft, keptAt: null }} />
      <div className="why" style={{ marginBottom: 4 }}>
        {t('department.textHint')}
      </div>
      <Form.Item name="text" noStyle>
        <JsonEditor
          readOnly={edit?.refusedBecause !== undefined}
          remarks={remarks}
          describedBy={listId}
          handle={editor}
        />
      </Form.Item>
      <RemarkList id={listId} remarks={remarks} onLine={(line) => editor.current?.goTo(line)} />
      {edit && (
        <ActButton
          primary
          offer={{ ...edit, title: t('department.save') }}
          icon={<SaveOutlined aria-hidden />}
          busy={submission.busy}
          onPress={() => void save()}
        />
      )}
    </Form>
  );
}
