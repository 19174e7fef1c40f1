import type { ProblemCode } from '../../contract/problem.ts';
import type { OkOf } from '../../contract/routes.ts';
import type { FlowVersion } from '../../db/catalogue/flows.ts';
import type { Item } from '../../db/catalogue/items.ts';
import type { Person } from '../../db/people/users.ts';
import { covers } from '../../domain/people/roles.ts';
import type { Language } from '../../domain/words/said.ts';
import { presentRefused } from './refused.ts';

/** Who looks, and in which language. */
export interface Viewer {
  readonly person: Person;
  readonly language: Language;
}

type Acts = OkOf<'oneFlow'>['acts'];
type Act = Acts[number]['act'];

const titles = { edit: '修改', check: '检查', publish: '发布' } as const satisfies Record<Act, string>;
const wrongPerson =
  'expected the administrator of the department or of the catalogue of its region, but the person is neither';

/** Whose an item is. */
type Place = Pick<Item, 'departmentId' | 'regionCode'>;

/** Whether a person may draft, check and publish flows of a department's items. */
export function mayDesign(person: Person, of: Place): boolean {
  return (
    keepsCatalogue(person, of.regionCode) ||
    person.posts.some((post) => post.role === 'departmentAdmin' && post.departmentId === of.departmentId)
  );
}

/** Whether a person keeps the catalogue of a region: its own and what lies below it. */
export function keepsCatalogue(person: Person, regionCode: string): boolean {
  return person.posts.some((post) => post.role === 'catalogueAdmin' && covers(post.regionCode, regionCode));
}

/** What the viewer may do with a version; the same reasons, in the same order, as the routes answer. */
export function flowActs(flow: FlowVersion, { person, language }: Viewer, of: Place): Acts {
  const shared = notAtAll(flow, person, of);
  const refusals = { edit: shared, check: shared, publish: shared ?? notYet(flow, person) };
  return (['edit', 'check', 'publish'] as const).map((act) => ({
    act,
    title: titles[act],
    ...because(refusals[act], language),
  }));
}

/** Whether the viewer may draft a new version of an item's flow. */
export function draftAct({ person, language }: Viewer, of: Place): OkOf<'listFlows'>['draft'] {
  return { title: '起草新版本', ...because(mayDesign(person, of) ? null : 'not-allowed', language) };
}

function notAtAll(flow: FlowVersion, person: Person, of: Place): ProblemCode | null {
  if (!mayDesign(person, of)) return 'not-allowed';
  return flow.status === 'published' ? 'flow-not-draft' : null;
}

function notYet(flow: FlowVersion, person: Person): ProblemCode | null {
  if (flow.superseded) return 'flow-superseded';
  if (flow.status !== 'checked') return 'flow-not-checked';
  if (flow.findings.some(({ severity }) => severity === 'error')) return 'flow-has-errors';
  return [flow.draftedBy, ...flow.draftedBefore].includes(person.id) ? 'flow-same-person' : null;
}

const reasons: Partial<Record<ProblemCode, string>> = {
  'not-allowed': wrongPerson,
  'flow-not-draft': 'expected a draft, but the version is published',
  'flow-superseded': 'expected a version newer than the one in force, but it is older',
  'flow-not-checked': 'expected a checked version, but it is a draft',
  'flow-has-errors': 'expected a version without errors, but the gate found some',
  'flow-same-person': 'expected a publisher who wrote no part of the version, but this person did',
};

function because(code: ProblemCode | null, language: Language): Pick<Acts[number], 'refusedBecause'> {
  return code === null ? {} : { refusedBecause: presentRefused(code, reasons[code] ?? wrongPerson, { language }) };
}
