import { v7 as newId } from 'uuid';
import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Head } from '../../db/journal/head.ts';
import { templateInForce } from '../../db/documents/templates.ts';
import { createSecrets } from '../../db/journal/secrets.ts';
import { findPeople } from '../../db/people/directory.ts';
import { currentRules, submit } from '../../domain/case/machine.ts';
import { compose, documentOf, isIncomplete, ownNumber } from '../../domain/documents/compose.ts';
import { byTemplate } from '../../domain/documents/template.ts';
import { isRejection } from '../../domain/rejection.ts';
import type { AppDeps } from '../deps.ts';
import { createMaking } from '../documents/making.ts';
import { lacking, sendPdf } from '../documents/replies.ts';
import { namedDocument } from '../documents/named-document.ts';
import { documentCase } from '../documents/sources.ts';
import type { Drafted } from '../documents/sources.ts';
import { caseOfFiles } from '../file-rights.ts';
import { tellFiles } from '../files-received.ts';
import { digestOrder, namedIn } from '../order-texts.ts';
import { noSuchCase } from '../visible-case.ts';
import type { CaseTools } from './cases.ts';
import type { Call, Handlers } from './handler.ts';

/** The document that an order would make, before it is given. */
export function documentDraftHandlers(deps: AppDeps, tools: CaseTools): Pick<Handlers, 'draftDocument'> {
  const { db, worlds } = deps;
  const parts = { db, worlds, definitions: tools.definitions };
  const making = createMaking(deps);
  const secretOf = createSecrets(db);

  /** What the order would record if it were given now; nothing is kept of it. */
  const draftOf = async (call: Call<'draftDocument'>, { caseId, state }: Head): Promise<Drafted | Problem> => {
    const secret = await secretOf(caseId);
    if (secret === null) return noSuchCase();
    const { order: given, texts } = digestOrder(call.body, secret);
    const order = await tellFiles(db, caseId, given);
    const [people, world, { version, offset }] = await Promise.all([
      findPeople(db, namedIn(order)),
      worlds.worldOf(state),
      tools.time.read(),
    ]);
    const actor = { id: call.person.id, posts: call.person.posts };
    const at = { opId: newId(), receivedAt: call.receivedAt, ackSeq: state.seq, ackHash: state.hash };
    const submission = { ...at, order, actor, people, rules: currentRules, businessClock: { version, offset } };
    const stepped = submit(world, state, submission, call.receivedAt);
    if (isRejection(stepped)) return problem(stepped.code, stepped.detail, { about: stepped.about });
    const words = Object.fromEntries(texts.map(({ digest, content }) => [digest, content]));
    return { facts: stepped.facts, world: stepped.world, texts: words };
  };
  return {
    draftDocument: async (call) => {
      const { caseId } = call.params;
      const head = await caseOfFiles(db, call.person, caseId);
      if (isProblem(head)) return head;
      const misnamed = await namedDocument(parts, caseId, call.body);
      if (misnamed !== null) return misnamed;
      const drafted = await draftOf(call, head);
      if (isProblem(drafted)) return drafted;
      const found = await documentCase(parts, caseId, drafted);
      const [made] = drafted.facts.flatMap(({ body, seq }) => {
        const kind = documentOf(body);
        return kind === null ? [] : [{ kind, seq }];
      });
      const source = made === undefined ? null : ((await found?.sourceOf(made.seq)) ?? null);
      if (made === undefined || source === null) {
        const reason = `expected an order that makes a document, but ${call.body.type} does not`;
        return problem('order-without-document', reason);
      }
      // A number that the register will give is not there yet.
      const number = ownNumber(source.fact.body) === '' ? '（编号待定）' : null;
      const content = compose(made.kind, { ...source, number });
      if (isIncomplete(content)) return lacking(content);
      const template = await templateInForce(db, { departmentId: source.state.filing.departmentId, kind: made.kind });
      return sendPdf(call.reply, (await making.draft(byTemplate(content, template))).bytes);
    },
  };
}
