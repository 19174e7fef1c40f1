import { Button, Card, Flex, Form, Input, Typography } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { OkOf } from '../../../contract/routes.ts';
import { call } from '../../api.ts';
import { caseNoParam } from '../../paths.ts';
import { ProblemError } from '../../problem-error.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Found } from '../../progress/found.tsx';

interface Fields {
  readonly caseNo: string;
  readonly code: string;
}

/** 进度查询: with the case number and the query code, without an account. `?caseNo=` of a receipt fills in the number. */
export function Component() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [found, setFound] = useState<OkOf<'lookup'> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (found !== null) answer.current?.focus();
  }, [found]);
  const look = async ({ caseNo, code }: Fields) => {
    setBusy(true);
    setError(null);
    setFound(null);
    try {
      const body = { caseNo: caseNo.replaceAll(/\s/g, '').toUpperCase(), code: code.replaceAll(/\s/g, '') };
      setFound(await call('lookup', { body, quiet: true }));
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const notFound = error instanceof ProblemError && error.problem.code === 'not-found';
  const needed = [{ required: true, message: t('public.fillIn') }];
  return (
    <Flex vertical gap={12} style={{ maxWidth: 760, margin: '0 auto' }}>
      <Card size="small" className="no-print">
        <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
          {t('public.progressTitle')}
        </Typography.Title>
        <Typography.Paragraph>{t('public.progressIntro')}</Typography.Paragraph>
        <Form<Fields>
          layout="vertical"
          initialValues={{ caseNo: search.get(caseNoParam) ?? '' }}
          onFinish={(fields) => void look(fields)}
          requiredMark={false}
        >
          <Form.Item name="caseNo" label={t('public.caseNo')} rules={needed}>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 3 }}
              maxLength={60}
              autoComplete="off"
              spellCheck={false}
            />
          </Form.Item>
          <Form.Item name="code" label={t('public.queryCode')} rules={needed}>
            <Input maxLength={20} autoComplete="off" spellCheck={false} />
          </Form.Item>
          <ProblemAlert error={error} />
          {notFound && <Typography.Paragraph>{t('public.checkAgain')}</Typography.Paragraph>}
          <Button type="primary" htmlType="submit" loading={busy} block>
            {t('public.query')}
          </Button>
        </Form>
      </Card>
      <div ref={answer} tabIndex={-1} aria-live="polite" style={{ outline: 'none' }}>
        {found !== null && <Found found={found} />}
      </div>
    </Flex>
  );
}
