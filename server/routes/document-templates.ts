import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import type { OkOf } from '../../contract/routes.ts';
import {
  caseWithDocument,
  documentTemplates,
  enforceTemplate,
  proposeTemplate,
  sampleDocument,
} from '../../db/documents/templates.ts';
import type { DocumentTemplate } from '../../db/documents/templates.ts';
import { listDepartments } from '../../db/people/departments.ts';
import { scopeOf } from '../../db/views/scope.ts';
import { isIncomplete } from '../../domain/documents/compose.ts';
import type { DocumentContent, TemplateWords } from '../../domain/documents/content.ts';
import { documentNames, numberedKinds } from '../../domain/documents/kind-names.ts';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import { byTemplate, leftOpen, templateOf } from '../../domain/documents/template.ts';
import { keepsNumbers } from '../../domain/people/can.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { AppDeps } from '../deps.ts';
import { createMaking } from '../documents/making.ts';
import { documentCase } from '../documents/sources.ts';
import { sendPdf } from '../documents/replies.ts';
import { presentWhyNot } from '../presenters/numbers.ts';
import type { WhyNot } from '../presenters/numbers.ts';
import { presentTemplates, sampleOf } from '../presenters/templates.ts';
import { languageOf } from '../problem-reply.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';
import { notKept } from './numbers.ts';

type Names = 'documentTemplates' | 'proposeTemplate' | 'sampleTemplate' | 'enforceTemplate';

/** 文书模板: who keeps a department's numbers keeps its words too. */
export function documentTemplateHandlers(
  deps: AppDeps,
  { time, definitions }: Pick<CaseTools, 'time' | 'definitions'>,
): Pick<Handlers, Names> {
  const { db, worlds } = deps;
  const making = createMaking(deps);
  return {
    documentTemplates: async ({ person, request }) => {
      const [language, items] = [languageOf(request), [] as OkOf<'documentTemplates'>['items']];
      const names = new Map((await listDepartments(db)).map(({ id, name }) => [id, name]));
      for (const departmentId of scopeOf(person).departments) {
        const found = await documentTemplates(db, departmentId);
        const kinds = numberedKinds.map((kind) => {
          const own = found.filter((one) => one.kind === kind);
          const why = whyNotEnforce(person, departmentId, own[0]);
          return presentTemplates(kind, own, presentWhyNot(why, language));
        });
        const propose = presentWhyNot(keepsNumbers(person, departmentId) ? null : 'not-allowed', language);
        items.push({ departmentId, departmentName: names.get(departmentId) ?? departmentId, propose, kinds });
      }
      return { items };
    },
    proposeTemplate: async ({ person, body, audit }) => {
      const { departmentId, kind } = body;
      if (!keepsNumbers(person, departmentId)) return notKept();
      const words = wordsIn(body);
      if (isProblem(words)) return words;
      const { now } = await time.read();
      await proposeTemplate(db, { departmentId, kind, ...words, by: person.id, now });
      await audit({
        kind: 'templateProposed',
        subject: departmentId,
        details: { title: documentNames[kind].title.zh },
      });
      return null;
    },
    sampleTemplate: async ({ person, body, audit, reply }) => {
      const { departmentId, kind } = body;
      if (!keepsNumbers(person, departmentId)) return notKept();
      const words = wordsIn(body);
      if (isProblem(words)) return words;
      const sample =
        (await sampleDocument(db, { departmentId, kind })) ??
        (await issued({ db, worlds, definitions }, { departmentId, kind }));
      if (sample === null)
        return problem(
          'template-no-sample',
          `expected a document of kind ${kind} of ${departmentId}, but it made none`,
        );
      const { bytes, sha256 } = await making.draft(byTemplate(sampleOf(sample), { ...words, version: 0 }));
      await audit({
        kind: 'documentOpened',
        subject: sample.caseNo,
        details: { title: documentNames[kind].title.zh, sha256 },
      });
      return sendPdf(reply, bytes);
    },
    enforceTemplate: async ({ person, body, audit }) => {
      const { departmentId, kind, version } = body;
      if (!keepsNumbers(person, departmentId)) return notKept();
      const { now } = await time.read();
      const proposedAt = Date.parse(body.proposedAt) || 0;
      const refused = await enforceTemplate(db, { ...body, proposedAt, by: person.id, now });
      if (refused !== null) return refused;
      const details = { title: `${documentNames[kind].title.zh} 第${version}版` };
      await audit({ kind: 'templateInForce', subject: departmentId, details });
      return null;
    },
  };
}

/** A document that was issued and that nobody has opened or printed yet; null: there is none. */
async function issued(
  parts: Pick<AppDeps, 'db' | 'worlds'> & Pick<CaseTools, 'definitions'>,
  one: { departmentId: string; kind: DocumentKind },
): Promise<DocumentContent | null> {
  const caseId = await caseWithDocument(parts.db, one);
  const found = caseId === null ? null : await documentCase(parts, caseId);
  const fact = found?.facts.findLast(({ kind }) => kind === one.kind);
  const content = fact === undefined ? null : ((await found?.contentOf(fact)) ?? null);
  return content === null || isIncomplete(content) ? null : content;
}

/** The words that were typed, or why they are no template. */
function wordsIn({ opening = null, closing = null }: Partial<TemplateWords>): TemplateWords | Problem {
  const words = templateOf({ opening, closing });
  if (words === null) return problem('template-empty', 'expected words before or after the text, but found neither');
  return openIn(words) ?? words;
}

/** What of the words would be printed though it was meant to be replaced, each at its field; null: nothing. */
function openIn(words: TemplateWords): Problem | null {
  const errors = leftOpen(words).map(({ part, word }) => ({
    pointer: `/${part}`,
    code: 'template-left-open',
    message: `“${word}”会照样印在文书上：模板里没有可以替换的词，编号、日期、申请人等必备内容由系统写入，请改成文字或者删去`,
  }));
  if (errors.length === 0) return null;
  return problem('template-left-open', 'expected words as they are to be printed, but some are left open', { errors });
}

function whyNotEnforce(person: Actor, departmentId: string, newest: DocumentTemplate | undefined): WhyNot | null {
  if (!keepsNumbers(person, departmentId)) return 'not-allowed';
  if (newest === undefined || newest.since !== null) return 'template-not-proposed';
  return newest.proposedBy === person.id ? 'template-same-person' : null;
}
