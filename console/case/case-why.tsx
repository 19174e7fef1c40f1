import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../queries.ts';
import type { CaseData } from '../steps/case-data.ts';
import { DueCalendar } from '../ui/due-calendar.tsx';
import { Answered } from '../ui/states.tsx';
import { saidClock } from '../i18n/said.ts';
import './texts.ts';

/** "为什么是这一天" for one clock of the case. */
export function CaseWhy({ view, clock, onClock }: { view: CaseData; clock: string; onClock: (clock: string) => void }) {
  const { t } = useTranslation();
  const explained = useRoute('explainClock', { params: { caseId: view.caseId, clock } });
  return (
    <>
      <Select
        aria-label={t('case.chooseClock')}
        style={{ width: 320, maxWidth: '100%', marginBottom: 12 }}
        value={clock}
        onChange={onClock}
        options={view.clocks.map(({ id, title }) => ({ value: id, label: saidClock(id, title) }))}
      />
      <Answered query={explained}>{(data) => <DueCalendar explained={data} today={view.today} />}</Answered>
    </>
  );
}
