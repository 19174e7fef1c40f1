import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { TLocalizedValidationError } from 'typebox/error';
import Format from 'typebox/format';
import { Locale, Settings } from 'typebox/system';
import { parseCivilDate } from '../../domain/clock/civil-date.ts';
import { problem } from '../../contract/problem.ts';
import type { FieldError } from '../../contract/problem.ts';
import { cutTexts } from './texts.ts';

const most = 30;
/** TypeBox stops at 8 errors, all of them perhaps in branches of a union that nobody meant. */
const gathered = 400;
let isPrepared = false;

const noSuchPlace = problem('not-found', 'expected the address of something, but nothing can have this one');

/** Texts are cut and judged by TypeBox, and plain JSON out: what handlers return has been typed by the same schemas. */
export function validation(app: FastifyInstance): void {
  if (!isPrepared) prepare();
  app.setValidatorCompiler<TSchema>(({ schema, httpPart }) => {
    const validator = Compile(schema);
    return (given: unknown) => {
      const value = cutTexts(schema, given);
      if (validator.Check(value)) return { value };
      // Whoever asks for what cannot be there learns no more than who asks for what is not, or not for them.
      if (httpPart === 'params')
        return { error: Object.assign(new Error('no such address'), { problem: noSuchPlace }) };
      const schemaErrors = fieldErrors(validator.Errors(value), httpPart ?? '');
      return { error: Object.assign(new Error('the request does not fit its schema'), { schemaErrors }) };
    };
  });
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
}

function prepare(): void {
  Format.Set('date', (text: string) => parseCivilDate(text) !== undefined);
  Settings.Set({ maxErrors: gathered });
  isPrepared = true;
}

/**
 * Turns the errors of TypeBox into pointers and Chinese sentences. In a union of objects told apart by a constant `type`, only the
 * errors of the branch that was meant are kept.
 */
export function fieldErrors(errors: readonly TLocalizedValidationError[], part: string): FieldError[] {
  const lost = new Set(errors.filter((error) => error.keyword === 'const').map((error) => branchOf(error.schemaPath)));
  lost.delete('');
  const kept = errors.filter((error) => error.keyword !== 'boolean' && !isLost(error, lost));
  const real = kept.filter((error) => error.keyword !== 'anyOf' || !kept.some((other) => isInside(other, error)));
  const prefix = part === 'querystring' ? '/query' : '';
  const found = real.flatMap((error) => asFieldErrors(error, prefix));
  return found.length > 0 ? found.slice(0, most) : [{ pointer: prefix, code: 'invalid', message: '内容不符合要求' }];
}

/** The schema path of the nearest union branch around an error: '#/anyOf/3'. */
function branchOf(schemaPath: string): string {
  return /^(.*\/anyOf\/\d+)/.exec(schemaPath)?.[1] ?? '';
}

function isLost(error: TLocalizedValidationError, lost: ReadonlySet<string>): boolean {
  return [...lost].some((branch) => error.schemaPath === branch || error.schemaPath.startsWith(`${branch}/`));
}

function isInside(error: TLocalizedValidationError, union: TLocalizedValidationError): boolean {
  return error !== union && error.schemaPath.startsWith(`${union.schemaPath === '#' ? '#' : union.schemaPath}/anyOf/`);
}

function asFieldErrors(error: TLocalizedValidationError, prefix: string): FieldError[] {
  const at = `${prefix}${error.instancePath}`;
  switch (error.keyword) {
    case 'additionalProperties':
      return error.params.additionalProperties.map((key) =>
        said(`${at}/${escape(key)}`, 'unknown-field', '没有这个字段'),
      );
    case 'required':
      return error.params.requiredProperties.map((key) => said(`${at}/${escape(key)}`, 'required', '必填'));
    case 'anyOf':
      return [said(at, 'invalid', '不是允许的取值之一')];
    default:
      return [said(at, error.keyword, sentenceOf(error))];
  }
}

/**
 * TypeBox's Chinese, but where it leaves out what a clerk needs (the values that are taken), speaks in signs (`>=`), or shows a
 * regular expression.
 */
function sentenceOf(error: TLocalizedValidationError): string {
  switch (error.keyword) {
    case 'enum':
      return `应为 ${error.params.allowedValues.map(String).slice(0, 20).join('、')} 之一`;
    case 'const':
      return `应为 ${String(error.params.allowedValue)}`;
    case 'minimum':
      return `不得小于 ${error.params.limit}`;
    case 'maximum':
      return `不得大于 ${error.params.limit}`;
    case 'format':
      return error.params.format === 'date' ? '应为真实存在的日期 YYYY-MM-DD' : Locale.zh_Hans(error);
    case 'pattern':
      return '格式不符合要求';
    default:
      return Locale.zh_Hans(error);
  }
}

function said(pointer: string, code: string, message: string): FieldError {
  return { pointer, code, message };
}

function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
