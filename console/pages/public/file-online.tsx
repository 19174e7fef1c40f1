import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import type { OkOf } from '../../../contract/routes.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import { call } from '../../api.ts';
import { Begin } from '../../online/begin.tsx';
import { Receipt } from '../../online/receipt.tsx';
import '../../online/texts.ts';
import { Wizard } from '../../online/wizard.tsx';
import { useRoute } from '../../queries.ts';
import { Answer, Failure, Panel } from '../../ui/plain.tsx';

/** 网上申报: without an account. The secret of the draft stands in the fragment, which no server gets. */
export function Component() {
  const { t } = useTranslation();
  const { itemCode = '' } = useParams();
  const draft = useLocation().hash.slice(1);
  const item = useRoute('oneGuide', { params: { itemCode }, quiet: true }, { staleMs: 60_000 });
  return (
    <div className="page narrow">
      <Answer query={item}>
        {({ name, flow }) =>
          flow !== null && (
            <>
              <h1>{t('online.title', { item: name })}</h1>
              {draft === '' ? (
                <Begin itemCode={itemCode} definition={flow.definition} />
              ) : (
                <Drafted key={draft} draft={draft} definition={flow.definition} />
              )}
            </>
          )
        }
      </Answer>
    </div>
  );
}

/** A draft as it is on the server: still open, or filed, now or before. */
function Drafted({ draft, definition }: { draft: string; definition: FlowDefinition }) {
  const [receipt, setReceipt] = useState<OkOf<'submitDraft'> | null>(null);
  const read = useRoute('readDraft', { draft, quiet: true });
  if (receipt !== null) return <Receipt receipt={receipt} />;
  return (
    <Answer query={read}>
      {(found) =>
        found.state === 'filed' ? (
          <FiledBefore draft={draft} revision={found.revision} onTold={setReceipt} />
        ) : (
          <Wizard draft={draft} read={found} definition={definition} onFiled={setReceipt} />
        )
      }
    </Answer>
  );
}

function FiledBefore(o: { draft: string; revision: number; onTold: (receipt: OkOf<'submitDraft'>) => void }) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const { draft, revision, onTold } = o;
  return (
    <Panel>
      <p>{t('online.filedBefore')}</p>
      <Failure error={error} />
      <button
        type="button"
        className="button primary"
        onClick={() => void call('submitDraft', { draft, revision, quiet: true }).then(onTold, setError)}
      >
        {t('online.showReceipt')}
      </button>
    </Panel>
  );
}
