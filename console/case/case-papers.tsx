import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { Descriptions, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../domain/flow/definition.ts';
import type { CaseData } from '../steps/case-data.ts';
import { Nothing } from '../ui/states.tsx';
import { nameOf, textIn } from './party-words.ts';
import { useFlowOf } from './use-flow.ts';
import './texts.ts';

/** The materials of the case: which were received, and the digest of each file. */
export function CaseMaterials({ view, onPaper }: { view: CaseData; onPaper?: true }) {
  const { t } = useTranslation();
  return (
    <Table
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={view.materials}
      locale={{ emptyText: <Nothing /> }}
      columns={[
        { title: t('clerk.material'), dataIndex: 'title' },
        { title: t('clerk.need'), render: (_v, { need }) => t(`clerk.${need}` as 'clerk.necessary') },
        {
          title: t('clerk.received'),
          render: (_v, { received, undertaking, ...material }) => (
            <span>
              {received ? <CheckOutlined aria-hidden /> : <CloseOutlined aria-hidden />}{' '}
              {t(received ? receivedWord(view, material) : 'case.materialMissing')}
              {undertaking !== null && ` · ${t(`case.${undertaking}`)}`}
            </span>
          ),
        },
        {
          title: t('clerk.digest'),
          render: (_v, { sha256 }) =>
            sha256 === null ? (
              t('case.noSha')
            ) : onPaper ? (
              <span className="whole">{sha256}</span>
            ) : (
              <Typography.Text code copyable={{ text: sha256 }} title={sha256}>
                {sha256.slice(0, 12)}…
              </Typography.Text>
            ),
        },
      ]}
    />
  );
}

type Material = CaseData['materials'][number];

/** What came in without a file came on paper; who may not see files is not told which. */
function receivedWord(
  { masked }: CaseData,
  { hasFile, shared, sha256 }: Pick<Material, 'hasFile' | 'shared' | 'sha256'>,
) {
  const isOnPaper = !masked && !hasFile && !shared && sha256 === null;
  return isOnPaper ? 'case.materialOnPaper' : 'case.materialReceived';
}

/** Applicant, agent, contact, and what was filled in. */
export function CaseForm({ view }: { view: CaseData }) {
  const { t } = useTranslation();
  const flow = useFlowOf(view);
  const { applicant, agent, contact, address, form } = view.parties;
  const party = (value: unknown) =>
    [
      nameOf(value),
      ...named(t('case.paperNo'), textIn(value, 'idNo')),
      ...named(t('case.phone'), textIn(value, 'phone')),
    ]
      .filter(Boolean)
      .join(' · ');
  const items = [
    { key: 'applicant', label: t('case.applicant'), children: party(applicant) },
    ...(agent === null ? [] : [{ key: 'agent', label: t('case.agent'), children: party(agent) }]),
    { key: 'contact', label: t('case.contact'), children: party(contact) },
    { key: 'address', label: t('case.address'), children: address ?? '—' },
    ...(form === null ? [] : (flow.data?.definition.form ?? [])).map((field) => ({
      key: field.key,
      label: field.title,
      children: valueOf(field, form, t('frame.yes'), t('frame.no')),
    })),
  ];
  return <Descriptions size="small" bordered column={1} items={items} />;
}

/** What a number is of stands before it. */
const named = (label: string, value: string) => (value === '' ? [] : [`${label} ${value}`]);

function valueOf(field: FormField, form: unknown, yes: string, no: string): string {
  const value = textIn(form, field.key);
  if (value === '') return '—';
  if (field.type === 'boolean') return value === 'true' ? yes : no;
  if (field.type === 'choice') return field.choices?.find(({ id }) => id === value)?.title ?? value;
  return `${value}${field.unit ?? ''}`;
}
