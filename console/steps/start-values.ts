import i18next from 'i18next';
import { toAsk } from './items.ts';
import type { CaseData, StepData } from './case-data.ts';
import { awaitedWithFile, withFile } from './with-file.ts';
import { asksMode, fieldsOf, fieldsOn } from './order-schema.ts';
import { receivedLines } from './passing-list.tsx';
import './texts.ts';

/** What a form begins with: what the case already says, the only outcome there is, and today (as the API tells it) for days it asks for. */
export function startValues(order: string, view: CaseData, step: StepData | null): Record<string, unknown> {
  const days = fieldsOn(order, step).filter(({ schema, required }) => required && schema.format === 'date');
  const only = step?.outcomes.length === 1 && asks(order, 'outcome') ? { outcome: step.outcomes[0]?.id } : {};
  return {
    ...Object.fromEntries(days.map(({ name }) => [name, view.today])),
    ...only,
    ...known(order, view),
    ...served(order, view, step),
  };
}

function asks(order: string, name: string): boolean {
  return fieldsOf(order).some((field) => field.name === name);
}

/** What may come later and is not there, by id. */
function deferrable({ materials }: CaseData): readonly string[] {
  return materials.filter(({ need, received }) => need === 'deferrable' && !received).map(({ id }) => id);
}

/** The words of who proposed the refusal, for the lead to keep or to change. */
function proposed({ asked }: CaseData): Record<string, unknown> {
  const { competentAgency, reason } = asked.find(({ origin }) => origin === 'refusal') ?? {};
  return { ...(competentAgency && { competentAgency }), ...(reason && { reasons: reason }) };
}

/** What is on its way is posted, what was announced long enough is served by that; else it is collected. */
function served(order: string, { today }: CaseData, step: StepData | null): Record<string, unknown> {
  if (!asksMode(order)) return {};
  const { stage, deemedOn = null } = step?.serving ?? {};
  if (stage === 'posted') return { mode: 'posted' };
  if (deemedOn !== null && deemedOn < today) return { mode: 'announced', servedOn: deemedOn };
  return { mode: 'collected', takenBy: 'applicant' };
}

function known(order: string, view: CaseData): Record<string, unknown> {
  switch (order) {
    case 'checkIn':
    case 'receiveMaterials':
      return { received: withFile(view) };
    case 'askSupplement':
      return { received: withFile(view), asked: toAsk(view), consequence: i18next.t('order.consequenceReady') };
    case 'verifyIdentity':
      return { proof: 'document' };
    case 'receiveSupplement':
      return { arrived: awaitedWithFile(view) };
    case 'deferMaterials':
      return { deferred: deferrable(view), undertaking: i18next.t('order.undertakingReady') };
    case 'replaceCertificates':
      return { replaced: [], undertaking: i18next.t('order.replacedReady') };
    case 'acceptUndertaking':
      return { undertaking: i18next.t('order.permitReady') };
    case 'checkCertificates':
      return { checked: view.materials.filter((one) => one.undertaking === 'unchecked').map(({ id }) => id) };
    case 'passToDepartment':
      return { items: receivedLines(view) };
    case 'refuseAcceptance':
      return proposed(view);
    case 'revokeGrant':
      return view.revocation?.reasons ? { reasons: view.revocation.reasons } : {};
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
