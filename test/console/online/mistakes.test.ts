import { describe, expect, it } from 'vitest';
import { mistakesIn } from '../../../console/online/mistakes.ts';
import type { Content } from '../../../console/online/mistakes.ts';
import { waterAbstraction } from '../../../db/seed/items/water-abstraction.ts';
import { forms } from '../../../demo/seed/filings.ts';
import { checkFiling, checkParties } from '../../../server/form-check.ts';
import { day } from '../../support/scene.ts';

const { definition } = waterAbstraction;
const today = day('2026-11-28');
const party = { kind: 'person', name: '沈河', idType: 'passport', idNo: 'E12345678' } as const;
const whole = {
  applicant: party,
  agent: null,
  contact: { name: '沈河', phone: '13800000001' },
  address: '沈阳市',
  form: forms.water('surface'),
} satisfies Content;
const pointersOf = (content: Content) => mistakesIn(content, definition, today).map(({ pointer }) => pointer);

describe('what is wrong with a draft, as it is typed', () => {
  it('is what the API says when it is submitted', () => {
    expect(pointersOf(whole)).toEqual([]);
    const applicant = { ...party, idType: 'residentId', idNo: '210102199001011' } as const;
    const form = {
      ...whole.form,
      years: 11,
      startOn: '2027-02-30',
      waterSource: 'sea',
      annualAmount: 'much',
      place: undefined,
    };
    const { place: _, ...rest } = form;
    const said = [...checkParties({ applicant, agent: null }, today), ...checkFiling(definition, rest, [])].map(
      ({ pointer }) => pointer,
    );
    expect(said).toHaveLength(6);
    expect(pointersOf({ ...whole, applicant, form: rest })).toEqual(said);
  });

  it('is told of everything that is needed, and of an agent only where there is one', () => {
    const empty = ['/applicant/name', '/applicant/idNo', '/contact/name', '/contact/phone', '/address'];
    const required = definition.form.filter((field) => field.required).map(({ key }) => `/form/${key}`);
    expect(pointersOf({})).toEqual([...empty, ...required]);
    expect(pointersOf({ ...whole, agent: {} })).toEqual(['/agent/name', '/agent/idNo']);
    expect(pointersOf({ ...whole, contact: { name: ' ', phone: 'x' } })).toEqual(['/contact/name', '/contact/phone']);
  });
});
