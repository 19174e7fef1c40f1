import type { FastifyRequest } from 'fastify';
import { isProblem } from '../contract/problem.ts';
import { readHead } from '../db/journal/head.ts';
import { wordsOf } from '../db/views/case-view.ts';
import type { Said } from '../domain/words/said.ts';
import type { AppDeps } from './deps.ts';
import type { Answer } from './gateway/types.ts';
import { namesOf } from './presenters/about.ts';
import { languageOf } from './problem-reply.ts';
import type { CaseTools } from './routes/cases.ts';

/** An answer to an order; a refusal also names what it is about, in the reader's language. What is stored keeps the ids alone. */
export async function withNames(
  { db }: Pick<AppDeps, 'db'>,
  { definitions }: Pick<CaseTools, 'definitions'>,
  o: { readonly answer: Answer; readonly caseId: string; readonly request: FastifyRequest },
): Promise<Answer> {
  const { status, body } = o.answer;
  if (!isProblem(body)) return o.answer;
  if (isTaken(body['other'])) return { status, body: { ...body, named: [otherPaper(body['other'], o.request)] } };
  if (body.about === undefined) return o.answer;
  const head = await readHead(db, o.caseId);
  if (head === null) return o.answer;
  const [definition, { people }] = await Promise.all([
    definitions(head.state.filing.definition),
    wordsOf(db, { caseIds: [], digests: [], people: body.about.people ?? [] }),
  ]);
  const named = namesOf(body.about, { definition, people, language: languageOf(o.request) });
  return named.length === 0 ? o.answer : { status, body: { ...body, named } };
}

/** The paper that bears a number already, as server/gateway/numbers.ts tells it. */
interface OtherPaper {
  readonly title: Said;
  readonly caseNo: string;
}

function isTaken(other: unknown): other is OtherPaper {
  return typeof other === 'object' && other !== null && 'title' in other && 'caseNo' in other && other.caseNo !== '';
}

function otherPaper({ title, caseNo }: OtherPaper, request: FastifyRequest): string {
  return languageOf(request) === 'zh' ? `办件 ${caseNo} 的${title.zh}` : `${title.en} of case ${caseNo}`;
}
