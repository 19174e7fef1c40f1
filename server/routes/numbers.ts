import { problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import type { OkOf } from '../../contract/routes.ts';
import { enforcePattern, numberPatterns, proposePattern } from '../../db/numbers/patterns.ts';
import type { NumberPattern } from '../../db/numbers/patterns.ts';
import { listDepartments } from '../../db/people/departments.ts';
import { documentNumbers } from '../../db/views/numbers.ts';
import { scopeOf } from '../../db/views/scope.ts';
import { documentNames, numberedKinds } from '../../domain/documents/kind-names.ts';
import { wrongPattern } from '../../domain/numbers/pattern.ts';
import { keepsNumbers } from '../../domain/people/can.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { AppDeps } from '../deps.ts';
import { namedFile, narrowedBy } from '../presenters/csv.ts';
import { numbersCsv, presentNumber, presentPattern, presentWhyNot } from '../presenters/numbers.ts';
import type { WhyNot } from '../presenters/numbers.ts';
import { languageOf } from '../problem-reply.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';
import { limitOf } from './lists.ts';

type Names = 'numberPatterns' | 'proposePattern' | 'enforcePattern' | 'documentNumbers' | 'documentNumbersCsv';

/** A file of the register holds at most so many rows. */
const csvRows = 10_000;

/** The number register, and how a department numbers its documents. */
export function numberHandlers({ db }: AppDeps, { time }: Pick<CaseTools, 'time'>): Pick<Handlers, Names> {
  return {
    numberPatterns: async ({ person, request }) => {
      const language = languageOf(request);
      const year = Number((await time.read()).today.slice(0, 4));
      const own = scopeOf(person).departments;
      const names = new Map((await listDepartments(db)).map(({ id, name }) => [id, name]));
      const items: OkOf<'numberPatterns'>['items'] = [];
      for (const departmentId of own) {
        const found = await numberPatterns(db, departmentId, year);
        const kinds = numberedKinds.map((kind) => {
          const pattern = found.find((one) => one.kind === kind);
          const enforce = presentWhyNot(whyNotEnforce(person, departmentId, pattern), language);
          return presentPattern(kind, pattern, { year, enforce });
        });
        const propose = presentWhyNot(keepsNumbers(person, departmentId) ? null : 'not-allowed', language);
        items.push({ departmentId, departmentName: names.get(departmentId) ?? departmentId, propose, kinds });
      }
      return { items };
    },
    proposePattern: async ({ person, body, audit }) => {
      const { departmentId, kind, pattern } = body;
      if (!keepsNumbers(person, departmentId)) return notKept();
      const fault = wrongPattern(pattern);
      if (fault !== null)
        return problem('pattern-wrong', `expected a pattern with {年} and {号} once each, but ${pattern} is ${fault}`);
      const refused = await proposePattern(db, { departmentId, kind, pattern, by: person.id });
      if (refused !== null) return refused;
      await audit({
        kind: 'patternProposed',
        subject: departmentId,
        details: { title: `${documentNames[kind].title.zh} ${pattern}` },
      });
      return null;
    },
    enforcePattern: async ({ person, body, audit }) => {
      const { departmentId, kind } = body;
      if (!keepsNumbers(person, departmentId)) return notKept();
      const { now } = await time.read();
      const refused = await enforcePattern(db, { departmentId, kind, by: person.id, now });
      if (refused !== null) return refused;
      await audit({ kind: 'patternInForce', subject: departmentId, details: { title: documentNames[kind].title.zh } });
      return null;
    },
    documentNumbers: async ({ query: { limit, ...asked }, person }) => {
      const found = await documentNumbers(db, { ...asked, actor: person, limit: limitOf(limit) });
      if ('refused' in found) return found;
      return { items: found.items.map(presentNumber), nextCursor: found.nextCursor };
    },
    documentNumbersCsv: async ({ query, person, reply, audit }) => {
      const items: OkOf<'documentNumbers'>['items'] = [];
      let cursor: string | undefined;
      do {
        const found = await documentNumbers(db, { ...query, actor: person, limit: 200, cursor });
        if ('refused' in found) return found;
        items.push(...found.items.map(presentNumber));
        cursor = found.nextCursor ?? undefined;
      } while (cursor !== undefined && items.length < csvRows);
      await audit({
        kind: 'listExported',
        details: { list: 'documentNumbers', rows: items.length, ...narrowedBy(query) },
      });
      const { now } = await time.read();
      reply.header('content-disposition', namedFile({ title: '文书编号登记簿', plain: 'document-numbers', at: now }));
      return numbersCsv(items);
    },
  };
}

function whyNotEnforce(person: Actor, departmentId: string, pattern: NumberPattern | undefined): WhyNot | null {
  if (!keepsNumbers(person, departmentId)) return 'not-allowed';
  if (pattern === undefined || pattern.proposed === null) return 'pattern-not-proposed';
  return pattern.proposedBy === person.id ? 'pattern-same-person' : null;
}

/** The refusal for who does not keep a department's numbers and words. */
export function notKept(): Problem {
  return problem(
    'not-allowed',
    'expected who answers for the department or administers it, but the person does neither',
  );
}
