import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { civilDateOf } from '../../domain/clock/civil-date.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { call } from '../api.ts';
import { Failure, Panel } from '../ui/plain.tsx';
import { DraftBar } from './draft-bar.tsx';
import { FormPart } from './form-part.tsx';
import { MaterialsPart, useDraftUploads } from './materials-part.tsx';
import { mistakesIn } from './mistakes.ts';
import { Parties } from './parties.tsx';
import { ReviewPart } from './review-part.tsx';
import { useServerDraft } from './use-server-draft.ts';
import './online.css';

const steps = ['applicant', 'form', 'materials', 'review'] as const;
type StepName = (typeof steps)[number];

interface Props {
  readonly draft: string;
  readonly read: OkOf<'readDraft'>;
  readonly definition: FlowDefinition;
  readonly onFiled: (receipt: OkOf<'submitDraft'>) => void;
}

/** The steps of filing online; each may be gone to at any time, and everything is saved on the way. */
export function Wizard({ draft, read, definition, onFiled }: Props) {
  const { t } = useTranslation();
  const [step, setStep] = useState<StepName>('applicant');
  const on = useServerDraft(draft, read);
  const queue = useDraftUploads(draft);
  const submission = useSubmitting(draft, on.save, onFiled);
  const mistakes = mistakesIn(on.content, definition, civilDateOf(Date.now()));
  const wrongAt = (pointer: string) => mistakes.find((one) => one.pointer === pointer)?.wrong;
  const typing = { content: on.content, change: on.change, wrongAt };
  const heading = useHeading(step);
  const go = (to: StepName) => {
    void on.save();
    setStep(to);
  };
  const at = steps.indexOf(step);
  const [before, after] = [steps[at - 1], steps[at + 1]];
  return (
    <>
      <Steps step={step} onStep={go} />
      {read.outdated && <div role="note">{t('online.outdated')}</div>}
      <Panel>
        <h2 ref={heading} tabIndex={-1}>
          {t(`online.${step}`)}
        </h2>
        {step === 'applicant' && <Parties {...typing} />}
        {step === 'form' && <FormPart {...typing} fields={definition.form} />}
        {step === 'materials' && (
          <MaterialsPart
            draft={draft}
            read={read}
            materials={definition.materials}
            queue={queue}
            reuse={on.content.reuse === true}
            onReuse={(reuse) => on.change({ reuse })}
          />
        )}
        {step === 'review' && (
          <ReviewPart content={on.content} files={read.files} definition={definition} mistakes={mistakes} onStep={go} />
        )}
        <Failure error={submission.error} />
        <div className="row">
          {before && (
            <button type="button" className="button" onClick={() => go(before)}>
              {t('online.back')}
            </button>
          )}
          {after && (
            <button type="button" className="button primary" onClick={() => go(after)}>
              {t('online.next')}
            </button>
          )}
          {!after && (
            <button
              type="button"
              className="button primary"
              disabled={mistakes.length > 0 || submission.busy}
              onClick={() => void submission.submit()}
            >
              {t('online.submit')}
            </button>
          )}
        </div>
      </Panel>
      <DraftBar draft={draft} itemCode={read.itemCode} on={on} />
    </>
  );
}

function Steps({ step, onStep }: { step: StepName; onStep: (to: StepName) => void }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('online.steps')}>
      <ol className="wizard-steps">
        {steps.map((name, index) => (
          <li key={name}>
            <button
              type="button"
              className="button bare"
              aria-current={name === step ? 'step' : undefined}
              onClick={() => onStep(name)}
            >
              {index + 1}. {t(`online.${name}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The keyboard and who listens begin at the top of the step that was gone to; not where the page has just come. */
function useHeading(step: StepName) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [step]);
  return heading;
}

/** Saves what is typed and submits just that; a try again after a cut has one effect. */
function useSubmitting(draft: string, save: () => Promise<number | null>, onFiled: Props['onFiled']) {
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setError(null);
    try {
      const revision = await save();
      if (revision !== null) onFiled(await call('submitDraft', { draft, revision, quiet: true }));
    } catch (caught) {
      setError(caught);
    }
    setBusy(false);
  };
  return { submit, busy, error };
}
