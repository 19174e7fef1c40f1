import { App, Button, Card, Flex, Table, Typography } from 'antd';
import type { TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyOf, OkOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import { inLanguage, labelled } from '../i18n/said.ts';
import { PaperDialog } from '../papers/paper-dialog.tsx';
import { forget, useRoute } from '../queries.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { Answered } from '../ui/states.tsx';
import { TemplateDialog } from './template-dialog.tsx';
import type { TemplateRow } from './template-dialog.tsx';

type Department = OkOf<'documentTemplates'>['items'][number];
type Version = TemplateRow['earlier'][number];
type Kind = BodyOf<'enforceTemplate'>['kind'];

/** How each department of the person words its documents around what they must contain, kind by kind. */
export function DocumentTemplates() {
  const templates = useRoute('documentTemplates', {});
  return (
    <Answered query={templates}>
      {({ items }) => items.map((one) => <TemplatesOf key={one.departmentId} department={one} />)}
    </Answered>
  );
}

function TemplatesOf({ department: { departmentId, departmentName, propose, kinds } }: { department: Department }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<TemplateRow | null>(null);
  const [sample, setSample] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = async (work: () => Promise<void>) => {
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(caught);
    }
  };
  const enforce = async (kind: Kind, { version, proposedAt }: Version) =>
    run(async () => {
      try {
        await call('enforceTemplate', { body: { departmentId, kind, version, proposedAt } });
        void message.success(t('numbers.templateEnforced'));
      } finally {
        await forget('documentTemplates');
      }
    });
  const show = async (kind: Kind, { opening, closing }: Version) =>
    run(async () => setSample(await call('sampleTemplate', { body: { departmentId, kind, opening, closing } })));
  return (
    <Card
      size="small"
      title={
        <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
          {t('numbers.templates', { department: departmentName })}
        </Typography.Title>
      }
    >
      <p className="why">{t('numbers.templateLead')}</p>
      <ProblemAlert error={error} />
      <Table<TemplateRow>
        size="small"
        rowKey="kind"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={[...kinds]}
        columns={columnsOf(t, { mayPropose: propose === null, ask: setAsked, show, enforce })}
      />
      {propose !== null && <div className="why">{propose}</div>}
      {asked !== null && <TemplateDialog departmentId={departmentId} row={asked} onClose={() => setAsked(null)} />}
      {sample !== null && <PaperDialog title={t('numbers.sample')} address={sample} onClose={() => setSample(null)} />}
    </Card>
  );
}

interface Acts {
  readonly mayPropose: boolean;
  readonly ask: (row: TemplateRow) => void;
  readonly show: (kind: Kind, version: Version) => Promise<void>;
  readonly enforce: (kind: Kind, version: Version) => Promise<void>;
}

function columnsOf(t: TFunction, o: Acts): TableColumnsType<TemplateRow> {
  return [
    { title: t('numbers.kind'), render: (_v, { title }) => inLanguage(title) },
    { title: t('numbers.templateInForce'), render: (_v, { inForce }) => <InForce version={inForce} /> },
    {
      title: t('numbers.templateProposed'),
      render: (_v, row) => (
        <Proposed
          row={row}
          onShow={o.mayPropose ? (one) => void o.show(row.kind as Kind, one) : null}
          onEnforce={(one) => void o.enforce(row.kind as Kind, one)}
        />
      ),
    },
    {
      title: '',
      render: (_v, row) =>
        o.mayPropose && (
          <Button size="small" onClick={() => o.ask(row)}>
            {t('numbers.templatePropose')}
          </Button>
        ),
    },
  ];
}

function InForce({ version }: { version: Version | null }) {
  const { t } = useTranslation();
  if (version === null) return <Typography.Text type="secondary">{t('numbers.templateNone')}</Typography.Text>;
  const { since, inForceBy } = version;
  const told = { version: version.version, day: (since ?? '').slice(0, 10), name: inForceBy ?? '' };
  return (
    <>
      <Words version={version} />
      <div className="why">{t('numbers.templateSince', told)}</div>
    </>
  );
}

function Proposed({
  row: { proposed, enforce },
  onShow,
  onEnforce,
}: {
  row: TemplateRow;
  onShow: ((version: Version) => void) | null;
  onEnforce: (version: Version) => void;
}) {
  const { t } = useTranslation();
  if (proposed === null) return '—';
  return (
    <>
      <Words version={proposed} />
      <div className="why">
        {t('numbers.templateProposedBy', { name: proposed.proposedBy, version: proposed.version })}
      </div>
      <Flex gap={8}>
        {onShow !== null && (
          <Button size="small" onClick={() => onShow(proposed)}>
            {t('numbers.sample')}
          </Button>
        )}
        {enforce === null && (
          <Button size="small" type="primary" onClick={() => onEnforce(proposed)}>
            {t('numbers.templateEnforce')}
          </Button>
        )}
      </Flex>
      {enforce !== null && <div className="why">{enforce}</div>}
    </>
  );
}

function Words({ version: { opening, closing } }: { version: Version }) {
  const { t } = useTranslation();
  return (
    <div style={{ maxWidth: 420, whiteSpace: 'pre-wrap' }}>
      {opening !== null && <div>{labelled(t('numbers.opening'), opening)}</div>}
      {closing !== null && <div>{labelled(t('numbers.closing'), closing)}</div>}
    </div>
  );
}
