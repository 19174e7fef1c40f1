import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Order } from '../../domain/case/acts/index.ts';
import { civilDateOf } from '../../domain/clock/civil-date.ts';
import type { Actor, Role } from '../../domain/people/roles.ts';
import type { Answer, FilingRequest, Gateway, OrderRequest } from '../../server/gateway/gateway.ts';
import { testFlow } from './flow-fixture.ts';
import { uuidOf } from './played-case.ts';
import { peopleOf, person } from './scene.ts';
import type { TestProduct } from './temporal.ts';

/** SHA-256 of a word, as the API keeps free text. */
export function digestOf(words: string): string {
  return createHash('sha256').update(words).digest('hex');
}

/** A person of the test department with a UUID. */
export function official(role: Role, id: string = role): Actor {
  return { ...person(role), id: uuidOf(id) };
}

/** What one write of the API brings, with a key of its own unless one is given. */
export function writeOf(actor: Actor, product: Pick<TestProduct, 'now'>, key: string = randomUUID()) {
  return {
    texts: [],
    people: [],
    actor,
    key,
    route: 'test',
    bodyHash: 'h',
    receivedAt: product.now(),
    requestId: randomUUID(),
  };
}

/** A filing of the test flow, received today by the product's clock. */
export function filingOf(product: Pick<TestProduct, 'now'>, change: Partial<FilingRequest> = {}): FilingRequest {
  const request = writeOf(official('windowClerk'), product);
  return {
    ...request,
    itemCode: testFlow.itemCode,
    form: {},
    secret: randomBytes(32).toString('hex'),
    filing: {
      channel: 'window',
      receivedOn: civilDateOf(request.receivedAt),
      applicant: digestOf('applicant'),
      agent: null,
      contact: digestOf('contact'),
      address: digestOf('address'),
      eDelivery: false,
      form: digestOf('form'),
      materials: testFlow.materials.map(({ id }) => ({ id, sha256: null, received: id !== 'plan' })),
    },
    ...change,
  };
}

/** A case that people drive through a gateway. */
export interface DrivenCase {
  readonly caseId: string;
  readonly filed: Answer;
  /** Gives an order; every answer comes back. */
  give(role: Role, order: Order, change?: Partial<OrderRequest>): Promise<Answer>;
  /** Gives an order that must be applied. */
  must(role: Role, order: Order, change?: Partial<OrderRequest>): Promise<Answer>;
}

/** Files a case of the test flow. */
export async function drivenCase(
  product: Pick<TestProduct, 'now' | 'gateway'>,
  gateway: Gateway = product.gateway,
  {
    filing = {},
    form = {},
  }: { readonly filing?: Partial<FilingRequest['filing']>; readonly form?: FilingRequest['form'] } = {},
): Promise<DrivenCase> {
  const request = filingOf(product, { form });
  const filed = await gateway.file({ ...request, filing: { ...request.filing, ...filing } });
  const { caseId } = filed.body;
  if (typeof caseId !== 'string') throw new Error(`expected a case to be filed, but got ${JSON.stringify(filed)}`);
  const give: DrivenCase['give'] = async (role, order, change = {}) =>
    gateway.give({ ...writeOf(official(role), product), caseId, order, people: peopleOf(order), ...change });
  const must: DrivenCase['must'] = async (role, order, change) => {
    const answer = await give(role, order, change);
    if (answer.status !== 200)
      throw new Error(`expected ${order.type} to be applied, but got ${JSON.stringify(answer)}`);
    return answer;
  };
  return { caseId, filed, give, must };
}

let issued = 0;

/** A number that no other paper of this process bears. */
export function newNumber(word: string): string {
  issued += 1;
  return `${word}${issued}`;
}

/** Intake and acceptance. */
export async function accepted(it: DrivenCase): Promise<void> {
  await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  await it.must('windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: newNumber('受') });
}

/** Review by the case officer, with this outcome. */
export async function reviewed(it: DrivenCase, outcome: string): Promise<void> {
  await it.must('caseOfficer', { type: 'finishReview', stepId: 'review', outcome, opinion: digestOf('opinion') });
}

/** Request, approval, notice and start of an untimed step. */
export async function started(
  it: DrivenCase,
  o: { stepId: string; by: Role; approver?: Role; on: ReturnType<typeof civilDateOf> },
): Promise<void> {
  const { stepId, by, approver = 'sectionChief', on } = o;
  await it.must(by, { type: 'requestUntimedStep', stepId, reason: digestOf('reason') });
  await it.must(approver, { type: 'approveUntimedStep', stepId });
  await it.must(by, { type: 'recordNotice', stepId, documentNo: newNumber('告'), servedOn: on });
  await it.must(by, { type: 'startUntimedStep', stepId });
}

/** A harmless order: the applicant's contact changes. */
export function changeContact(words: string): Order {
  return { type: 'changeContact', contact: digestOf(words), address: digestOf('address'), eDelivery: true };
}
