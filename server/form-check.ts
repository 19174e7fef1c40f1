import type { FieldError } from '../contract/problem.ts';
import type { CivilDate } from '../domain/clock/civil-date.ts';
import { wrongPaper } from '../domain/people/papers.ts';
import type { Party } from '../domain/people/papers.ts';
import type { FlowDefinition } from '../domain/flow/definition.ts';
import { wrongValue } from '../domain/flow/form-values.ts';

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
    const wrong = wrongValue(field, form[field.key]);
    return wrong === null ? [] : [mistake(`/form/${field.key}`, 'field-invalid', `${field.title}：${wrong.zh}`)];
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

function mistake(pointer: string, code: string, message: string): FieldError {
  return { pointer, code, message };
}
