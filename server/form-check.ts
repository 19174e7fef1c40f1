import type { FieldError } from '../contract/problem.ts';
import { parseCivilDate } from '../domain/clock/civil-date.ts';
import type { CivilDate } from '../domain/clock/civil-date.ts';
import { wrongPaper } from '../domain/people/papers.ts';
import type { Party } from '../domain/people/papers.ts';
import type { FlowDefinition, FormField } from '../domain/flow/definition.ts';

/** Who applies or acts for somebody, as the body says it. */
interface Parties {
  readonly applicant: Party;
  readonly agent: Party | null;
}

/** What is wrong with the papers of applicant and agent: kinds, check characters, dates. */
export function checkParties({ applicant, agent }: Parties, today: CivilDate): FieldError[] {
  return Object.entries({ applicant, agent }).flatMap(([name, party]) => {
    const wrong = party && wrongPaper(party, today);
    return wrong === null ? [] : [mistake(`/${name}/${wrong.field}`, 'paper-invalid', wrong.why.zh)];
  });
}

type Form = Readonly<Record<string, unknown>>;
type Materials = readonly { readonly id: string }[];

/** What is wrong with the form and checklist of a filing, measured by the published definition. Pointers into the request body. */
export function checkFiling(definition: FlowDefinition, form: Form, materials: Materials): FieldError[] {
  const known = new Set(definition.form.map((field) => field.key));
  const unknown = Object.keys(form)
    .filter((key) => !known.has(key))
    .map((key) => mistake(`/form/${key}`, 'unknown-field', '表单没有这个字段'));
  const fields = definition.form.flatMap((field) => {
    const message = wrongWith(field, form[field.key]);
    return message === null ? [] : [mistake(`/form/${field.key}`, 'field-invalid', `${field.title}：${message}`)];
  });
  return [...unknown, ...fields, ...checkMaterials(definition, materials)];
}

function checkMaterials(definition: FlowDefinition, materials: Materials): FieldError[] {
  const known = new Set(definition.materials.map((material) => material.id));
  const seen = new Set<string>();
  return materials.flatMap(({ id }, index) => {
    const pointer = `/materials/${index}/id`;
    if (!known.has(id)) return [mistake(pointer, 'unknown-material', '材料不在清单中')];
    if (seen.has(id)) return [mistake(pointer, 'doubled-material', '材料重复')];
    seen.add(id);
    return [];
  });
}

function wrongWith(field: FormField, value: unknown): string | null {
  if (value === undefined) return field.required ? '必填' : null;
  switch (field.type) {
    case 'text':
      return wrongText(value, field);
    case 'number':
    case 'integer':
      return wrongNumber(value, field);
    case 'boolean':
      return typeof value === 'boolean' ? null : '应为是或否';
    case 'date':
      return typeof value === 'string' && parseCivilDate(value) !== undefined ? null : '应为日期 YYYY-MM-DD';
    case 'choice':
      return field.choices?.some((choice) => choice.id === value) === true ? null : '应从列出的选项中选择';
    default:
      return field.type satisfies never;
  }
}

function wrongText(value: unknown, field: FormField): string | null {
  if (typeof value !== 'string') return '应为文字';
  const most = field.maxLength ?? 2_000;
  // In characters as people count them: a rare one is two units of UTF-16.
  return [...value].length > most ? `不得超过 ${most} 个字符` : null;
}

function wrongNumber(value: unknown, field: FormField): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '应为数字';
  if (field.type === 'integer' && !Number.isSafeInteger(value)) return '应为整数';
  if (field.minimum !== undefined && value < field.minimum) return `不得小于 ${field.minimum}`;
  return field.maximum !== undefined && value > field.maximum ? `不得大于 ${field.maximum}` : null;
}

function mistake(pointer: string, code: string, message: string): FieldError {
  return { pointer, code, message };
}
