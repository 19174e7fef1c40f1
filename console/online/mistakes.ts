import type { BodyOf } from '../../contract/routes.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { wrongValue } from '../../domain/flow/form-values.ts';
import { papersOf, wrongPaper } from '../../domain/people/papers.ts';
import { phonePattern } from '../../domain/people/phone.ts';
import type { Said } from '../../domain/words/said.ts';

/** What a draft holds, whole or not. */
export type Content = BodyOf<'saveDraft'>;
type Party = NonNullable<Content['applicant']>;

/** The steps on which something is typed. */
export type TypedStep = 'applicant' | 'form';

/** What is wrong, by the pointer of its field, as the API would say it; `step` is where it is typed. */
export interface Mistake {
  readonly pointer: string;
  readonly step: TypedStep;
  readonly wrong: Said;
}

const missing: Said = { zh: '必填', en: 'required' };
const noPhone: Said = { zh: '电话号码格式有误', en: 'not a telephone number' };
const phone = new RegExp(phonePattern);

/** A party with what its form shows chosen before anybody chooses. */
export function asShown(party: Party | null | undefined): Party {
  const kind = party?.kind ?? 'person';
  return { ...party, kind, idType: party?.idType ?? papersOf(kind)[0] ?? 'other' };
}

/** Everything that would refuse the draft if it were submitted now. */
export function mistakesIn(content: Content, { form }: Pick<FlowDefinition, 'form'>, today: CivilDate): Mistake[] {
  const { applicant, agent, contact, address } = content;
  const said = (step: TypedStep, pointer: string, wrong: Said | null): Mistake[] =>
    wrong === null ? [] : [{ step, pointer, wrong }];
  return [
    ...partyMistakes('applicant', asShown(applicant), today),
    ...(agent ? partyMistakes('agent', asShown(agent), today) : []),
    ...said('applicant', '/contact/name', wrongText(contact?.name)),
    ...said('applicant', '/contact/phone', wrongText(contact?.phone) ?? wrongPhone(contact?.phone)),
    ...said('applicant', '/address', wrongText(address)),
    ...form.flatMap((field) => said('form', `/form/${field.key}`, wrongValue(field, typedValue(content, field.key)))),
  ];
}

function partyMistakes(name: 'applicant' | 'agent', { kind, idType, ...party }: Party, today: CivilDate): Mistake[] {
  const paper =
    kind === undefined || idType === undefined || !party.idNo
      ? null
      : wrongPaper({ kind, idType, idNo: party.idNo }, today);
  const found: readonly [string, Said | null][] = [
    ['name', wrongText(party.name)],
    ['idNo', wrongText(party.idNo) ?? paper?.why ?? null],
    ['phone', wrongPhone(party.phone)],
  ];
  return found.flatMap(([field, wrong]) =>
    wrong === null ? [] : [{ step: 'applicant', pointer: `/${name}/${field}`, wrong }],
  );
}

/** A value of the form; what is left empty was not given. */
function typedValue({ form }: Content, key: string): unknown {
  const value = form?.[key];
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}

function wrongText(text: string | undefined): Said | null {
  return text === undefined || text.trim() === '' ? missing : null;
}

function wrongPhone(text: string | undefined): Said | null {
  return text === undefined || text.trim() === '' || phone.test(text.trim()) ? null : noPhone;
}
