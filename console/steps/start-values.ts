import i18next from 'i18next';
import { toAsk } from './items.ts';
import type { CaseData, StepData } from './case-data.ts';
import { fieldsOf, fieldsOn } from './order-schema.ts';

/** What a form begins with: what the case already says, the only outcome there is, and today (as the API tells it) for days it asks for. */
export function startValues(order: string, view: CaseData, step: StepData | null): Record<string, unknown> {
  const days = fieldsOn(order, step).filter(({ schema, required }) => required && schema.format === 'date');
  const only = step?.outcomes.length === 1 && asks(order, 'outcome') ? { outcome: step.outcomes[0]?.id } : {};
  return { ...Object.fromEntries(days.map(({ name }) => [name, view.today])), ...only, ...known(order, view) };
}

function asks(order: string, name: string): boolean {
  return fieldsOf(order).some((field) => field.name === name);
}

function known(order: string, view: CaseData): Record<string, unknown> {
  switch (order) {
    case 'checkIn':
    case 'receiveMaterials':
      return { received: [] };
    case 'askSupplement':
      return { received: [], asked: toAsk(view), consequence: i18next.t('order.consequenceReady') };
    case 'receiveSupplement':
      return { arrived: [] };
    case 'correctOnSpot':
      return { corrected: [] };
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
      return {};
  }
}
