import { App, Button, Card, Checkbox, Flex, Form, Input, Radio, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { papersOf } from '../../domain/people/papers.ts';
import type { PartyKind } from '../../domain/people/papers.ts';
import { filingBody } from '../filing/filing-body.ts';
import type { FilingBody, FilingFields } from '../filing/filing-body.ts';
import { ContactFields, PartyFields } from '../filing/parties.tsx';
import { ReceiptFields } from '../filing/receipt-fields.tsx';
import { joined } from '../i18n/said.ts';
import { columnsOf, pastedRows } from './pasted-rows.ts';
import type { PastedRow } from './pasted-rows.ts';
import { PastedTable } from './pasted-table.tsx';

/** A list that is longer is filed in parts. */
const mostRows = 200;

interface Fields extends Pick<
  FilingFields,
  'channel' | 'receivedOn' | 'evidence' | 'agent' | 'contact' | 'address' | 'eDelivery'
> {
  readonly kind: PartyKind;
  readonly received: readonly string[];
  readonly list: string;
}

interface Props {
  readonly flow: FlowDefinition;
  readonly today: CivilDate;
  readonly onFile: (bodies: readonly FilingBody[]) => void;
}

/** What the applications of a list have in common, and the list itself. */
export function BatchForm({ flow, today, onFile }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form) ?? 'person';
  const titles = { name: t('clerk.partyName'), idNo: t('clerk.idNo') };
  const columns = columnsOf(titles, flow.form);
  const rows = pastedRows(Form.useWatch('list', form) ?? '', { titles, fields: flow.form, kind, today });
  const wrong = rows.filter(({ mistakes }) => mistakes.length > 0).length;
  const mayFile = rows.length > 0 && rows.length <= mostRows && wrong === 0;
  const necessary = flow.materials.filter(({ need }) => need === 'necessary').map(({ id }) => id);
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      scrollToFirstError={{ focus: true }}
      initialValues={{
        channel: 'window',
        receivedOn: today,
        kind: 'person',
        agent: { kind: 'organisation', idType: 'uscc' },
        received: necessary,
      }}
      onFinish={(fields) => mayFile && onFile(rows.map((row) => bodyOf(flow, fields, row)))}
    >
      <Flex vertical gap={12}>
        <Card size="small" title={t('clerk.agent')}>
          <PartyFields name="agent" today={today} />
          <ContactFields />
          <ReceiptFields today={today} />
        </Card>
        <Card size="small" title={t('batch.list')} extra={<CopyTitles columns={columns} />}>
          <Form.Item name="kind" label={t('batch.kind')}>
            <Radio.Group
              options={(['person', 'organisation'] as const).map((value) => ({ value, label: t(`clerk.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="received" label={t('batch.materials')}>
            <Checkbox.Group options={flow.materials.map(({ id, title }) => ({ value: id, label: title }))} />
          </Form.Item>
          <Form.Item
            name="list"
            label={t('batch.list')}
            extra={t('batch.pasteHint', { columns: joined(columns, '、') })}
            rules={[{ required: true, message: t('frame.required') }]}
          >
            <Input.TextArea autoSize={{ minRows: 4, maxRows: 10 }} wrap="off" style={{ fontFamily: 'monospace' }} />
          </Form.Item>
          {rows.length > 0 && (
            <>
              <Typography.Paragraph role="status">{says()}</Typography.Paragraph>
              <PastedTable rows={rows} />
            </>
          )}
          <Button type="primary" size="large" htmlType="submit" disabled={!mayFile} style={{ marginTop: 12 }}>
            {t('batch.file', { count: rows.length })}
          </Button>
        </Card>
      </Flex>
    </Form>
  );

  function says(): string {
    const count = rows.length;
    if (count > mostRows) return t('batch.tooMany', { most: mostRows, count });
    return wrong > 0 ? t('batch.rowsWrong', { count, wrong }) : t('batch.rows', { count });
  }
}

function bodyOf(flow: FlowDefinition, { kind, received, ...common }: Fields, row: PastedRow): FilingBody {
  const [idType = 'other'] = papersOf(kind);
  const kept = received.map((id) => [id, { received: true, sha256: null, fileName: null }] as const);
  const fields: FilingFields = {
    ...common,
    applicant: { kind, name: row.name, idType, idNo: row.idNo },
    hasAgent: true,
    form: row.form,
    materials: Object.fromEntries(kept),
  };
  return filingBody(flow.itemCode, fields, flow.materials);
}

function CopyTitles({ columns }: { columns: readonly string[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(columns.join('\t'));
    message.success(t('batch.titlesCopied'));
  };
  return (
    <Button size="small" onClick={() => void copy()}>
      {t('batch.copyTitles')}
    </Button>
  );
}
