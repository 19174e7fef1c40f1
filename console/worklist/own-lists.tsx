import { Segmented } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { WorklistName } from '../../contract/worklists.ts';
import type { OkOf } from '../../contract/routes.ts';
import { paths } from '../paths.ts';

type Counters = OkOf<'worklistCounters'>;

/** What is mine and what I may claim, beside each other with their counts. */
export function OwnLists({ list, counters }: { list: 'mine' | 'claimable'; counters: Counters | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const options = (['mine', 'claimable'] as const).map((value) => ({
    value,
    label: `${t(`clerk.${value}`)} ${counters?.[value] ?? ''}`.trim(),
  }));
  return (
    <Segmented
      size="large"
      aria-label={t('clerk.ownLists')}
      options={options}
      value={list}
      onChange={(chosen) => void navigate(paths.worklist(chosen), { state: chosenHere })}
    />
  );
}

/** Whoever pressed 我的待办 wants to see it, even while it is empty. */
const chosenHere = { chosen: true };

/** 我的待办 opens as 待认领 when it is empty and the other is not: once, when the page is opened. */
export function useOpening(list: WorklistName, counters: Counters | undefined): void {
  const navigate = useNavigate();
  const { state } = useLocation();
  const decided = useRef(false);
  useEffect(() => {
    if (list !== 'mine' || counters === undefined || decided.current) return;
    decided.current = true;
    if (state !== null || counters['mine'] !== 0 || (counters['claimable'] ?? 0) === 0) return;
    void navigate(paths.worklist('claimable'), { replace: true });
  }, [list, counters, state, navigate]);
}
