import { DownloadOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Progress, Radio, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { catalogueKinds } from '../../../domain/catalogue/words.ts';
import { addressOf } from '../../api.ts';
import { ImportRows } from '../../catalogue/import-rows.tsx';
import type { Shown } from '../../catalogue/import-rows.tsx';
import { importState, toTake } from '../../catalogue/import-state.ts';
import type { Import } from '../../catalogue/import-state.ts';
import '../../catalogue/texts.ts';
import { useRun } from '../../catalogue/use-run.ts';
import { inLanguage } from '../../i18n/said.ts';
import { paths } from '../../paths.ts';
import { useRoute } from '../../queries.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Answered } from '../../ui/states.tsx';

/** An import that is checked: what becomes of its rows, the wrong ones as a file, and taking the others. */
export function Component() {
  const { importId = '' } = useParams();
  const found = useRoute('oneImport', { params: { importId } });
  return <Answered query={found}>{(one) => <ImportPage key={one.id} found={one} />}</Answered>;
}

function ImportPage({ found }: { found: Import }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>(found.wrong > 0 ? 'wrong' : 'all');
  const outcomes = ['new', 'changed', 'same', 'wrong', 'remarked'] as const;
  const options = [
    { value: 'all' as const, label: t('catalogue.all', { count: found.rows }) },
    ...outcomes.map((value) => ({ value, label: `${t(`catalogue.${value}`)} ${found[value]}` })),
  ];
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Typography.Title level={1} style={{ fontSize: 18, marginTop: 0 }}>
          {t('catalogue.oneTitle', { name: found.fileName })}
        </Typography.Title>
        <Typography.Paragraph>
          {inLanguage(catalogueKinds[found.kind])}
          {found.wrong > 0 && ` · ${t('catalogue.faultsHint')}`}
        </Typography.Paragraph>
        <Taking found={found} />
      </Card>
      <Card size="small">
        <div style={{ overflowX: 'auto', marginBottom: 12 }}>
          <Radio.Group
            optionType="button"
            aria-label={t('catalogue.outcome')}
            value={shown}
            options={options}
            onChange={({ target }) => setShown(target.value as Shown)}
            style={{ whiteSpace: 'nowrap' }}
          />
        </div>
        <ImportRows key={`${shown} ${found.state}`} found={found} shown={shown} />
      </Card>
    </Flex>
  );
}

function Taking({ found }: { found: Import }) {
  const { t } = useTranslation();
  const { run, busy, error } = useRun(found.id);
  const left = toTake(found);
  const count = left + found.taken;
  return (
    <>
      <ProblemAlert error={error} onRetry={() => void run()} />
      <Flex wrap align="center" gap={12}>
        {left > 0 && (
          <Button type="primary" loading={busy} onClick={() => void run()}>
            {importState(t, found)}
          </Button>
        )}
        {left === 0 && <span role="status">{importState(t, found)}</span>}
        {found.taken > 0 && left > 0 && (
          <>
            <Progress percent={Math.floor((100 * found.taken) / count)} style={{ maxWidth: 240 }} />
            <span role="status">{t('catalogue.running', { done: found.taken, count })}</span>
          </>
        )}
        {found.wrong > 0 && (
          <Button
            icon={<DownloadOutlined />}
            href={addressOf('importFaultsCsv', { params: { importId: found.id } })}
            download
          >
            {t('catalogue.faultsFile')}
          </Button>
        )}
        <Link to={paths.newImport}>{t('catalogue.another')}</Link>
        <Link to={paths.catalogue}>{t('catalogue.title')}</Link>
      </Flex>
    </>
  );
}
