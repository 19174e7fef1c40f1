import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyOf, OkOf } from '../../contract/routes.ts';
import { Section } from '../guide/section.tsx';
import { Failure } from '../ui/plain.tsx';
import { useSubmission } from '../use-submission.ts';

interface Props {
  readonly door: OkOf<'openFileDoor'>;
  readonly onDone: () => Promise<void>;
}

/** What the applicant may order: to say that all is supplied, and to ask for the end of the application. */
export function OwnOrders({ door, onDone }: Props) {
  const { t } = useTranslation();
  const { orders, withdrawalAskedOn } = door;
  return (
    <>
      {orders.includes('reportSupplied') && <ReportSupplied door={door} onDone={onDone} />}
      {orders.includes('askWithdrawal') && <AskWithdrawal door={door} onDone={onDone} />}
      {withdrawalAskedOn !== null && door.open && (
        <p role="status">{t('files.withdrawalAsked', { day: withdrawalAskedOn })}</p>
      )}
    </>
  );
}

function useOwnOrder({ door: { ticket }, onDone }: Props, type: string) {
  const { send, busy, error } = useSubmission('giveOwnOrder', `own.${type}`);
  const give = async (body: BodyOf<'giveOwnOrder'>) => {
    if ((await send({ body, ticket, quiet: true })) !== null) await onDone();
  };
  return { give, busy, error };
}

function ReportSupplied(props: Props) {
  const { t } = useTranslation();
  const { give, busy, error } = useOwnOrder(props, 'reportSupplied');
  return (
    <Section id="supplied" title={t('files.reportSupplied')}>
      <p className="why">{t('files.reportSuppliedText')}</p>
      <Failure error={error} />
      <button
        type="button"
        className="button primary"
        disabled={busy}
        onClick={() => void give({ type: 'reportSupplied' })}
      >
        {t('files.reportSupplied')}
      </button>
    </Section>
  );
}

function AskWithdrawal(props: Props) {
  const { t } = useTranslation();
  const { give, busy, error } = useOwnOrder(props, 'askWithdrawal');
  const [isOpen, setOpen] = useState(false);
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const statement = new FormData(event.currentTarget).get('statement');
    void give({ type: 'askWithdrawal', statement: typeof statement === 'string' ? statement : '' });
  };
  return (
    <Section id="withdrawal" title={t('files.askWithdrawal')}>
      <p className="why">{t('files.askWithdrawalText')}</p>
      {!isOpen && (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('files.askWithdrawal')}
        </button>
      )}
      {isOpen && (
        <form onSubmit={submit}>
          <label className="field">
            {t('files.withdrawalWhy')}
            <textarea required name="statement" rows={3} maxLength={2_000} />
          </label>
          <Failure error={error} />
          <button type="submit" className="button primary" disabled={busy}>
            {t('files.askWithdrawal')}
          </button>
        </form>
      )}
    </Section>
  );
}
