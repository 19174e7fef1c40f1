import { Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { diffParts } from '../../domain/flow/diff/compare.ts';
import { diffFlows } from '../../domain/flow/diff.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { useRoute } from '../queries.ts';
import { Answered, Nothing } from '../ui/states.tsx';
import { versionInForce } from './flow-status.tsx';
import { inLanguage, bracketed } from '../i18n/said.ts';

type Flow = OkOf<'oneFlow'>;

/** A version against another one of its item, in words; at first against the one in force or the one before. */
export function Differences({ flow, fixed = false }: { flow: Flow; fixed?: boolean }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const versions = useRoute('listFlows', { params: { itemCode: flow.itemCode } });
  return (
    <Answered query={versions}>
      {({ items }) => {
        const others = items.filter(({ id }) => id !== flow.id);
        const other = others.find(({ id }) => id === chosen) ?? usual(flow, others);
        if (other === undefined)
          return <Nothing>{t(fixed ? 'department.firstVersion' : 'department.noOther')}</Nothing>;
        return (
          <>
            {!fixed && (
              <Select
                aria-label={t('department.differenceFrom')}
                style={{ width: 320, marginBottom: 12 }}
                value={other.id}
                onChange={setChosen}
                options={others.map(({ id, version, status }) => ({
                  value: id,
                  label: `${t('department.version', { version })}${bracketed(t(`department.${status}`))}`,
                }))}
              />
            )}
            <Against flow={flow} otherId={other.id} />
          </>
        );
      }}
    </Answered>
  );
}

function Against({ flow, otherId }: { flow: Flow; otherId: string }) {
  const { t } = useTranslation();
  const other = useRoute('oneFlow', { params: { flowId: otherId } });
  return (
    <Answered query={other}>
      {({ version, definition }) => (
        <>
          <Typography.Paragraph strong>
            {t('department.differenceTo', { version: flow.version, other: version })}
          </Typography.Paragraph>
          <Sentences before={definition} after={flow.definition} />
        </>
      )}
    </Answered>
  );
}

function Sentences({ before, after }: { before: FlowDefinition; after: FlowDefinition }) {
  const { t } = useTranslation();
  const found = diffFlows(before, after);
  if (found.length === 0) return <Nothing>{t('department.noDifference')}</Nothing>;
  const parts = [...new Set(found.map(({ about }) => about))];
  return parts.map((part) => (
    <section key={part} aria-label={inLanguage(diffParts[part])}>
      <Typography.Title level={3} style={{ fontSize: 15, margin: '8px 0 4px' }}>
        {inLanguage(diffParts[part])}
      </Typography.Title>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {found.flatMap(({ about, sentence }) => (about === part ? [<li key={sentence}>{sentence}</li>] : []))}
      </ul>
    </section>
  ));
}

type Other = OkOf<'listFlows'>['items'][number];

/** The version in force, or for that one the newest below it. */
function usual(flow: Flow, others: readonly Other[]): Other | undefined {
  const inForce = versionInForce(others);
  const below = others.filter(({ version }) => version < flow.version);
  const published = others.find(({ version }) => version === inForce);
  return (flow.status === 'published' ? below[0] : published) ?? below[0] ?? others[0];
}
