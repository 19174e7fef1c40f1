import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { RevocationNote } from '../case/revocation-note.tsx';
import { ServingNote } from '../case/serving-note.tsx';
import { StepTurn } from '../case/step-turn.tsx';
import { useRoute } from '../queries.ts';
import { OrderTabs } from '../steps/panel.tsx';
import { Answered } from '../ui/states.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import type { Row } from '../worklist/columns.tsx';
import { labelled } from '../i18n/said.ts';

/** The acts of 送达 over the list: the case is asked for as it is now, and the list is asked anew after the act. */
export function HandOut({ row, onClose }: { row: Row; onClose: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const query = useRoute('oneCase', { params: { caseId: row.caseId } }, { staleMs: 0 });
  return (
    <Modal
      open
      footer={null}
      title={labelled(t('serving.listHandOut'), `${row.applicant} · ${row.itemName}`)}
      closable={{ 'aria-label': t('frame.close') }}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <Answered query={query}>
        {(view) => {
          if (row.origin === 'revocationService') return <RevocationNote view={view} onEnd={onClose} />;
          const step = view.steps.find(({ id }) => id === row.stepId);
          if (step === undefined) return null;
          return (
            <>
              <ServingNote view={view} />
              <StepTurn view={view} step={step} />
              <OrderTabs view={view} step={step} onEnd={onClose} />
            </>
          );
        }}
      </Answered>
    </Modal>
  );
}
