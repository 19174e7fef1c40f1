import { ArrowRightOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../api.ts';
import { paths } from '../paths.ts';
import './texts.ts';

/** 下一件: the first case of mine that is not this one; when none is mine, the first that I may claim. */
export function NextCase({ caseId, primary }: { caseId: string; primary?: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      const next = (await firstOf('mine', caseId)) ?? (await firstOf('claimable', caseId));
      if (next === undefined) void message.info(t('case.allDone'));
      await navigate(next === undefined ? paths.desk : paths.oneCase(next.caseId));
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      icon={<ArrowRightOutlined />}
      loading={busy}
      onClick={() => void go()}
    >
      {t('case.nextCase')}
    </Button>
  );
}

async function firstOf(list: 'mine' | 'claimable', not: string) {
  const { items } = await call('worklist', { params: { list }, query: { limit: '20' } });
  return items.find((row) => row.caseId !== not);
}
