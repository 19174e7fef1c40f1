import Type from 'typebox';
import type { Static } from 'typebox';
import type { About } from '../domain/rejection.ts';
import type { Language } from '../domain/words/said.ts';
import type { CatalogueEntry } from './problem/catalogue-entry.ts';
import { catalogueProblems } from './problem/catalogue.ts';
import { clockProblems } from './problem/clock.ts';
import { documentProblems } from './problem/documents.ts';
import { draftProblems } from './problem/drafts.ts';
import { fileProblems } from './problem/files.ts';
import { httpProblems } from './problem/http.ts';
import { numberProblems } from './problem/numbers.ts';
import { rejectionProblems } from './problem/rejections.ts';

/** Every refusal the API can answer. Closed: what is not here cannot be sent. */
export const catalogue = {
  ...rejectionProblems,
  ...httpProblems,
  ...fileProblems,
  ...draftProblems,
  ...documentProblems,
  ...numberProblems,
  ...catalogueProblems,
  ...clockProblems,
};

export type ProblemCode = keyof typeof catalogue;

export const problemCodes = Object.keys(catalogue).filter(isProblemCode);

/** The HTTP status of each code. */
export const statusOf: Readonly<Record<ProblemCode, number>> = Object.fromEntries(
  problemCodes.map((code) => [code, catalogue[code].status]),
) as Record<ProblemCode, number>;

/** Where the meaning of a code can be read. */
export const problemsUrl = '/api/v1/problems/';

/** One mistake in a request: a JSON Pointer (RFC 6901) into body or query, what is wrong, in words. */
export const FieldError = Type.Object(
  {
    pointer: Type.String({ description: '出错字段的 JSON Pointer' }),
    code: Type.String({ description: '错误种类' }),
    message: Type.String({ description: '说明' }),
  },
  { additionalProperties: false },
);
export type FieldError = Static<typeof FieldError>;

/** RFC 9457 problem document. `reason` is the exact English sentence "expected ..., but ..."; `instance` names the request. */
export const ProblemDocument = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String(),
    reason: Type.Optional(Type.String()),
    instance: Type.Optional(Type.String()),
    about: Type.Optional(
      Type.Record(Type.String(), Type.Array(Type.String()), {
        description: '所涉材料、环节、岗位或人员的编号，或者操作中的字段',
      }),
    ),
    named: Type.Optional(Type.Array(Type.String(), { description: '所涉材料、环节、岗位和人员的名称' })),
    errors: Type.Optional(Type.Array(FieldError)),
  },
  { additionalProperties: true, title: 'Problem' },
);

/** A refusal as a value: a type and not an interface, so that it fits where any JSON object fits. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  reason?: string;
  instance?: string;
  about?: About;
  named?: string[];
  errors?: FieldError[];
  [extra: string]: unknown;
};

/** Further members of a problem; the fields that it is about are pointed at. */
type Extra = Readonly<Record<string, unknown>> & { readonly about?: About | undefined };

/**
 * Builds a problem document in Chinese (`localize` turns it into English).
 * @param detail English sentence "expected ..., but ..."; it becomes `reason`, and people read the catalogue's Chinese sentence
 * @param extra further members, such as `errors` or `retryAfter`
 */
export function problem(code: ProblemCode, detail: string, extra: Extra = {}): Problem {
  const { status, zh, sentence } = catalogue[code];
  const told = { type: `${problemsUrl}${code}`, title: zh, status, detail: sentence, code, reason: detail };
  const fields = extra.about?.fields ?? [];
  const errors = fields.map((field) => ({ pointer: `/${field}`, code, message: zh }));
  const { about, ...more } = extra;
  return { ...told, ...more, ...(about !== undefined && { about }), ...(errors.length > 0 && { errors }) };
}

/** The same problem for a reader of the given language: title of that language, and in English what the catalogue says or the exact sentence. */
export function localize(document: Problem, language: Language): Problem {
  if (language === 'zh') return document;
  const entry: CatalogueEntry = catalogue[document.code];
  const { about, errors = [] } = document;
  const translated =
    about?.fields === undefined ? {} : { errors: errors.map((one) => ({ ...one, message: entry.en })) };
  return { ...document, ...translated, title: entry.en, detail: entry.sentenceEn ?? document.reason ?? entry.en };
}

/** Tells a refusal from an answer. */
export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    value.type.startsWith(problemsUrl)
  );
}

/** Whether a text is a code of the catalogue. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(catalogue, code);
}
