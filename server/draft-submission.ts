import { createHmac } from 'node:crypto';
import { Compile } from 'typebox/compile';
import { isProblem, problem } from '../contract/problem.ts';
import type { FieldError, Problem } from '../contract/problem.ts';
import type { BodyOf, OkOf } from '../contract/routes.ts';
import { FilingSchema } from '../contract/routes/cases.ts';
import { publishedFlow } from '../db/catalogue/flows.ts';
import { item } from '../db/catalogue/items.ts';
import { fileDraft, filesOfDraft } from '../db/drafts/drafts.ts';
import type { Draft, DraftFile } from '../db/drafts/drafts.ts';
import { readHead } from '../db/journal/head.ts';
import { codeIssue } from '../db/people/query-codes.ts';
import { dueOnOf } from '../domain/case/clocks.ts';
import type { CivilDate } from '../domain/clock/civil-date.ts';
import { sha256Hex } from '../domain/flow/canonical.ts';
import type { FlowDefinition } from '../domain/flow/definition.ts';
import type { AppDeps } from './deps.ts';
import { submissionOf } from './draft-id.ts';
import { revisionOf } from './etag.ts';
import { filingParts } from './filing-parts.ts';
import { checkFiling, checkParties } from './form-check.ts';
import type { Answer } from './gateway/types.ts';
import { tooMany } from './guesses.ts';
import type { Guesses } from './guesses.ts';
import { fieldErrors } from './plugins/validation.ts';
import type { Call } from './routes/handler.ts';

type Body = BodyOf<'fileCase'>;
type Receipt = OkOf<'submitDraft'>;

/** For so long a repeated request is told the query code again: who has the link later is not the applicant for certain. */
const codeAgainMs = 3_600_000;

const filing = Compile(FilingSchema);

interface Asked {
  readonly draft: Draft;
  readonly guesses: Guesses;
  /** The business day. */
  readonly today: CivilDate;
  readonly request: Pick<Call<'submitDraft'>, 'request' | 'receivedAt'>;
}

/**
 * Files what a draft holds, once: checked as at the window, by the draft as its actor, with its identity still to be verified. A repeat is
 * answered alike. Problems: those of a filing, `stale-revision`, `draft-outdated`, `too-many-requests`, `in-progress`.
 */
export async function submitDraft(deps: AppDeps, asked: Asked): Promise<Receipt | Problem> {
  const {
    draft,
    request: { receivedAt, request },
  } = asked;
  const write = { ...submissionOf(draft.draftId), bodyHash: sha256Hex(draft.draftId) };
  const known = await deps.gateway.recall(write);
  if (known !== null) return receiptOf(deps, draft, { answer: known, tellsCode: await mayTellAgain(deps, asked) });
  if (revisionOf(request.headers['if-match']) !== draft.revision)
    return problem('stale-revision', `expected revision ${draft.revision}, but got another`);
  const flow = await publishedFlow(deps.db, draft.itemCode);
  if (flow === null) return problem('item-without-flow', `expected a published flow, but ${draft.itemCode} has none`);
  if (flow.sha256 !== draft.definition)
    return problem('draft-outdated', 'expected a draft of the published flow, but there is a newer one');
  const held = await filesOfDraft(deps.db, draft.caseId);
  const body = filingBodyOf(draft, { held, today: asked.today, definition: flow.definition });
  const errors = mistakesIn(body, flow.definition, asked.today);
  if (errors !== null)
    return problem('bad-request', 'expected a form that fits the item, but found mistakes', { errors });
  // Checked just now.
  const parts = filingParts(body as Body);
  const lock = await asked.guesses.draft({ phone: phoneMark(deps, body as Body) }, receivedAt);
  if (lock !== null) return tooMany(lock, 'filings with one phone', receivedAt);
  const { draftId, caseId, revision } = draft;
  const fileIds = held.map(({ fileId }) => fileId);
  const answer = await deps.gateway.file({
    ...write,
    receivedAt,
    requestId: request.id,
    ...parts,
    filing: { ...parts.filing, identity: 'unverified' },
    beside: async (client) => fileDraft(client, { draftId, caseId, revision, fileIds, at: receivedAt }),
  });
  return receiptOf(deps, draft, { answer, tellsCode: true });
}

/** What a draft says as a filing; of a material with several files the fact tells the digest of the last. */
function filingBodyOf(
  { itemCode, content }: Draft,
  o: { held: readonly DraftFile[]; today: CivilDate; definition: FlowDefinition },
): unknown {
  const { applicant, agent = null, contact, address, eDelivery = false, reuse, form = {} } = content;
  const materials = o.definition.materials.map(({ id }) => {
    const file = o.held.findLast(({ materialId }) => materialId === id);
    return { id, sha256: file?.sha256 ?? null, received: file !== undefined };
  });
  const given = {
    itemCode,
    channel: 'online',
    receivedOn: o.today,
    applicant,
    agent,
    contact,
    address,
    eDelivery,
    reuse: reuse === true ? true : undefined,
    form,
  };
  return { ...defined(given), materials };
}

function defined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function mistakesIn(body: unknown, definition: FlowDefinition, today: CivilDate): FieldError[] | null {
  if (!filing.Check(body)) return fieldErrors(filing.Errors(body), 'body');
  const errors = [...checkParties(body, today), ...checkFiling(definition, body.form, body.materials)];
  return errors.length === 0 ? null : errors;
}

/** Keyed: the table of tries links no phone number. */
function phoneMark({ config }: AppDeps, { contact }: Body): string {
  return createHmac('sha256', config.sessionSecret).update(`filings ${contact.phone}`).digest('base64url');
}

async function mayTellAgain({ db }: AppDeps, { draft, request }: Asked): Promise<boolean> {
  // A code that the window has issued since ended the first one.
  return request.receivedAt - draft.savedAt < codeAgainMs && (await codeIssue(db, draft.caseId)) === 0;
}

async function receiptOf(
  { db, worlds }: AppDeps,
  { caseId, itemCode }: Draft,
  { answer, tellsCode }: { answer: Answer; tellsCode: boolean },
): Promise<Receipt | Problem> {
  if (isProblem(answer.body)) return answer.body;
  const [head, filed] = await Promise.all([readHead(db, caseId), item(db, itemCode)]);
  if (answer.status !== 201 || head === null || filed === null) {
    return problem('in-progress', 'expected the submission to be done, but it is still under way', { retryAfter: 2 });
  }
  const { state } = head;
  const [world, flow] = await Promise.all([worlds.worldOf(state), publishedFlow(db, itemCode)]);
  const notice = state.clocks.find(({ kind }) => kind === 'notice');
  const { queryCode } = answer.body;
  const materials = flow?.definition.materials ?? [];
  const isIn = (id: string) => state.filing.materials.some((one) => one.id === id && one.received);
  return {
    caseNo: state.filing.caseNo,
    queryCode: tellsCode && typeof queryCode === 'string' ? queryCode : null,
    itemName: filed.name,
    departmentName: filed.departmentName,
    receivedOn: state.filing.receivedOn,
    countsFrom: state.filing.countsFrom ?? null,
    toldBy: notice === undefined ? null : dueOnOf(world, notice),
    received: materials.filter(({ id }) => isIn(id)).map(({ title }) => title),
    missing: materials
      .filter(({ id, need, shared }) => need === 'necessary' && shared === undefined && !isIn(id))
      .map(({ title }) => title),
  };
}
