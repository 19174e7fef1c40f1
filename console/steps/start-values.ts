import type { CaseData, StepData } from './case-data.ts';

/** What a form begins with: what the case already says, and today (as the API tells it) for days. */
export function startValues(order: string, view: CaseData, step: StepData | null): Record<string, unknown> {
  const only = step?.outcomes.length === 1 ? { outcome: step.outcomes[0]?.id } : {};
  switch (order) {
    case 'checkIn':
      return { received: view.materials.filter(({ received }) => received).map(({ id }) => id) };
    case 'recordNotice':
    case 'deliver':
      return { servedOn: view.today };
    case 'finishInspection':
    case 'finishHearing':
      return { heldOn: view.today, ...only };
    case 'issueCertificate':
      return { validFrom: view.today };
    case 'changeContact':
      return {
        contact: view.masked ? {} : view.parties.contact,
        address: view.parties.address,
        eDelivery: view.parties.eDelivery,
      };
    case 'acknowledge': {
      const open = view.warnings.filter(({ open: waits }) => waits);
      return open.length === 1 ? { warningId: open[0]?.id } : {};
    }
    default:
      return only;
  }
}
