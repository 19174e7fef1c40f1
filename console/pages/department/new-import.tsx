import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex, Progress, Radio, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { guessColumns, neededColumns } from '../../../domain/catalogue/columns.ts';
import { mostRows } from '../../../domain/catalogue/read-row.ts';
import { catalogueKinds } from '../../../domain/catalogue/words.ts';
import type { CatalogueKind } from '../../../domain/catalogue/words.ts';
import { ColumnsForm } from '../../catalogue/columns-form.tsx';
import { ImportList } from '../../catalogue/import-list.tsx';
import { readFile } from '../../catalogue/read-file.ts';
import type { ReadFile } from '../../catalogue/read-file.ts';
import '../../catalogue/texts.ts';
import { useBringing } from '../../catalogue/use-bringing.ts';
import type { FileColumns } from '../../catalogue/use-bringing.ts';
import { Pick } from '../../files/pick.tsx';
import { inLanguage } from '../../i18n/said.ts';
import { paths } from '../../paths.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** A list of the catalogue is chosen, its columns are told apart, and its rows are sent to be checked. */
export function Component() {
  const { t } = useTranslation();
  const [kind, setKind] = useState<CatalogueKind>('implementing');
  const [file, setFile] = useState<ReadFile | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const choose = async ([chosen]: readonly File[]) => {
    if (chosen === undefined) return;
    setFile(null);
    const read = await readFile(chosen).catch((error: unknown) => error);
    const why = whyNot(read);
    setWrong(why);
    if (why === null) setFile(read as ReadFile);
  };
  /** Why a file cannot be brought; null: it can. */
  function whyNot(read: unknown): string | null {
    if (!isRead(read)) return t('catalogue.notRead', { why: read instanceof Error ? read.message : String(read) });
    if (read.openQuote !== null) return t('catalogue.openQuote', { line: read.openQuote });
    if (read.rows.length === 0) return t('catalogue.noRows');
    return read.rows.length > mostRows ? t('catalogue.tooManyRows', { most: mostRows }) : null;
  }
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Typography.Title level={1} style={{ fontSize: 18, marginTop: 0 }}>
          {t('catalogue.newTitle')}
        </Typography.Title>
        <Typography.Paragraph>{t('catalogue.newLead')}</Typography.Paragraph>
        <Flex wrap align="center" gap={12}>
          <Radio.Group
            aria-label={t('catalogue.kind')}
            value={kind}
            onChange={({ target }) => setKind(target.value as CatalogueKind)}
            options={(['implementing', 'basic'] as const).map((value) => ({
              value,
              label: inLanguage(catalogueKinds[value]),
            }))}
          />
          <Pick
            single
            label={t('catalogue.chooseFile')}
            icon={<UploadOutlined />}
            onFiles={(files) => void choose(files)}
          >
            {t('catalogue.chooseFile')}
          </Pick>
          {file && <span role="status">{t('catalogue.fileRead', { name: file.name, count: file.rows.length })}</span>}
        </Flex>
        {wrong !== null && <Alert showIcon role="alert" type="error" title={wrong} style={{ marginTop: 12 }} />}
      </Card>
      {file ? <Chosen key={`${kind} ${file.name} ${file.rows.length}`} kind={kind} file={file} /> : <ImportList />}
    </Flex>
  );
}

function isRead(read: unknown): read is ReadFile {
  return typeof read === 'object' && read !== null && 'heads' in read;
}

function Chosen({ kind, file }: { kind: CatalogueKind; file: ReadFile }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [columns, setColumns] = useState<FileColumns>(() => guessColumns(kind, file.heads));
  const { bring, done, error } = useBringing();
  const complete = neededColumns(kind).every((key) => columns[key] !== undefined);
  const check = async () => {
    const id = await bring({ kind, fileName: file.name, columns, rows: file.rows });
    if (id !== null) await navigate(paths.oneImport(id));
  };
  const count = file.rows.length;
  return (
    <Card size="small" title={t('catalogue.columns')}>
      <ColumnsForm kind={kind} file={file} columns={columns} onChange={setColumns} />
      <ProblemAlert error={error} onRetry={() => void check()} />
      <Flex align="center" gap={12} style={{ marginTop: 12 }}>
        <Button type="primary" disabled={!complete} loading={done !== null} onClick={() => void check()}>
          {t('catalogue.check')}
        </Button>
        {done !== null && (
          <>
            <Progress percent={Math.round((100 * done) / count)} style={{ maxWidth: 240 }} />
            <span role="status">{t('catalogue.sending', { done, count })}</span>
          </>
        )}
      </Flex>
    </Card>
  );
}
