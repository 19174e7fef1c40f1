import { App, Button, Flex, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyOf, OkOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import { inLanguage } from '../i18n/said.ts';
import { PaperDialog } from '../papers/paper-dialog.tsx';
import { forget } from '../queries.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';

/** A kind of document with its versions. */
export type TemplateRow = OkOf<'documentTemplates'>['items'][number]['kinds'][number];

interface Words {
  readonly opening: string;
  readonly closing: string;
}

/** The next version of a template: its words, tried on the newest document of its kind before they are proposed. */
export function TemplateDialog(o: { departmentId: string; row: TemplateRow; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Words>();
  const [sample, setSample] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { row, departmentId } = o;
  const from = row.proposed ?? row.inForce;
  const body = () => {
    const { opening, closing } = form.getFieldsValue();
    const kind = row.kind as BodyOf<'proposeTemplate'>['kind'];
    return { departmentId, kind, opening: opening.trim() || null, closing: closing.trim() || null };
  };
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const send = async () =>
    run(async () => {
      await call('proposeTemplate', { body: body() });
      await forget('documentTemplates');
      void message.success(t('numbers.saved'));
      o.onClose();
    });
  const show = async () => run(async () => setSample(await call('sampleTemplate', { body: body() })));
  return (
    <Modal
      open
      title={t('numbers.templateTitle', { kind: inLanguage(row.title) })}
      width={720}
      onCancel={o.onClose}
      footer={
        <Flex gap={8} justify="end">
          <Button onClick={() => void show()} disabled={busy}>
            {t('numbers.sample')}
          </Button>
          <Button type="primary" loading={busy} onClick={() => void send()}>
            {t('numbers.templatePropose')}
          </Button>
        </Flex>
      }
    >
      <ProblemAlert error={error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ opening: from?.opening ?? '', closing: from?.closing ?? '' }}
      >
        <Form.Item name="opening" label={t('numbers.opening')} extra={t('numbers.openingHint')}>
          <Input.TextArea maxLength={1_000} autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
        <Form.Item name="closing" label={t('numbers.closing')} extra={t('numbers.closingHint')}>
          <Input.TextArea maxLength={1_000} autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      </Form>
      {sample !== null && <PaperDialog title={t('numbers.sample')} address={sample} onClose={() => setSample(null)} />}
    </Modal>
  );
}
