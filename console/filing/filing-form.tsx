import { Button, Card, Checkbox, Flex, Form, Typography } from 'antd';
import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { useMe } from '../session.tsx';
import { DraftBar } from '../ui/draft-bar.tsx';
import { showFieldErrors } from '../ui/field-errors.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { limitText } from '../ui/words.ts';
import { useDraft } from '../use-draft.ts';
import { useSubmission } from '../use-submission.ts';
import { filingBody } from './filing-body.ts';
import type { FilingFields } from './filing-body.ts';
import { FiledBefore } from './filed-before.tsx';
import { FormFields } from './form-fields.tsx';
import { MaterialChecklist } from './materials.tsx';
import { ContactFields, PartyFields } from './parties.tsx';
import { ReceiptFields } from './receipt-fields.tsx';

interface Props {
  readonly itemCode: string;
  readonly flow: FlowDefinition | undefined;
  readonly today: string;
  /** `files`: what was chosen here, by material. */
  readonly onFiled: (filed: OkOf<'fileCase'>, files: Map<string, File>) => void;
}

/** Everything a filing asks for. What is typed is kept as a draft; a try again after a cut network files once. */
export function FilingForm({ itemCode, flow, today, onFiled }: Props) {
  const { t } = useTranslation();
  const { form, hasAgent, draft, error, busy, submit, again, materials, onFile } = useFiling({
    itemCode,
    flow,
    onFiled,
  });
  // The API tells a day of the calendar.
  const day = today as CivilDate;
  return (
    <Form<FilingFields>
      form={form}
      layout="vertical"
      scrollToFirstError={{ focus: true }}
      initialValues={{
        channel: 'window',
        receivedOn: today,
        applicant: { kind: 'organisation', idType: 'uscc' },
        hasAgent: false,
        agent: { kind: 'person', idType: 'residentId' },
      }}
      onFinish={() => void submit()}
      onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && form.submit()}
    >
      <DraftBar draft={draft} />
      <Flex vertical gap={12}>
        <Part title={t('clerk.limits')}>
          {flow && <Typography.Paragraph style={{ marginBottom: 8 }}>{limitsText(t, flow)}</Typography.Paragraph>}
          <ReceiptFields today={today} />
        </Part>
        <Part title={t('clerk.party')}>
          <PartyFields name="applicant" today={day} />
          <Form.Item name="hasAgent" valuePropName="checked" style={{ marginBottom: 8 }}>
            <Checkbox>{t('clerk.hasAgent')}</Checkbox>
          </Form.Item>
          {hasAgent && <PartyFields name="agent" today={day} />}
        </Part>
        <Part title={t('clerk.contact')}>
          <ContactFields />
        </Part>
        <Part title={t('clerk.form')}>
          <FormFields fields={flow?.form ?? []} />
        </Part>
        <Part title={t('clerk.materials')}>
          <Form.Item name="materials" style={{ marginBottom: 0 }}>
            <MaterialChecklist materials={materials} onFile={onFile} />
          </Form.Item>
        </Part>
        <Card size="small">
          <ProblemAlert error={error} onRetry={() => void again()} />
          <FiledBefore error={error} busy={busy} onFile={(despite) => void submit({ despite })} />
          <Button type="primary" size="large" htmlType="submit" loading={busy}>
            {t('clerk.file_')}
          </Button>
        </Card>
      </Flex>
    </Form>
  );
}

/** The filing form's state: what is typed, its draft, and the one submission it becomes. */
function useFiling({ itemCode, flow, onFiled }: Omit<Props, 'today'>) {
  const me = useMe();
  const [form] = Form.useForm<FilingFields>();
  const hasAgent = Form.useWatch('hasAgent', form) === true;
  const id = `${me.login}.file.${itemCode}`;
  const draft = useDraft(id, form);
  const submission = useSubmission('fileCase', id);
  const materials = flow?.materials ?? [];
  const { error } = submission;
  const files = useRef(new Map<string, File>());
  useEffect(() => {
    showFieldErrors(form, error);
  }, [form, error]);
  const body = (fields: FilingFields) => filingBody(itemCode, fields, materials);
  const settle = async (answer: Promise<OkOf<'fileCase'> | null>) => {
    const filed = await answer;
    if (filed === null) return;
    draft.drop();
    // Else the form would keep a draft of what was filed when it goes.
    form.resetFields();
    onFiled(filed, files.current);
  };
  const submit = (known: { despite?: string } = {}) => {
    draft.keep();
    return settle(submission.send({ body: { ...body(form.getFieldsValue(true)), ...known } }));
  };
  const again = () => settle(submission.again());
  const onFile = (materialId: string, file: File) => void files.current.set(materialId, file);
  return { form, hasAgent, draft, error, busy: submission.busy, submit, again, materials, onFile };
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card size="small" title={<h2 style={{ fontSize: 15, margin: 0 }}>{title}</h2>}>
      {children}
    </Card>
  );
}

function limitsText(t: TFunction, { limits }: FlowDefinition): string {
  const rows = [
    [t('clerk.noticeLimit'), 'notice'],
    [t('clerk.statutoryLimit'), 'statutory'],
    [t('clerk.promisedLimit'), 'promised'],
  ] as const;
  return rows.map(([word, clock]) => `${word} ${limitText(t, limits[clock], clock)}`).join(' · ');
}
