import { expect, it } from 'vitest';
import { demoCases } from '../../../demo/seed/cases.ts';
import { demoPatterns, offices } from '../../../demo/seed/numbers.ts';
import type { OrderBody } from '../../../contract/orders.ts';
import { numberedKinds } from '../../../domain/documents/kind-names.ts';
import { papersOf } from '../../../domain/numbers/papers.ts';
import { serialBy, wrongPattern } from '../../../domain/numbers/pattern.ts';

it('every department of the demo numbers every kind, by patterns that are right and no two alike', () => {
  const all = Object.values(offices).flatMap(demoPatterns);
  expect(all.map(({ kind }) => kind)).toEqual(Object.keys(offices).flatMap(() => numberedKinds));
  expect(all.filter(({ pattern }) => wrongPattern(pattern) !== null)).toEqual([]);
  expect(new Set(all.map(({ pattern }) => pattern)).size).toBe(all.length);
});

it('the patterns are those by which the demo was numbered before: the series goes on above it', () => {
  const byDepartment: Readonly<Record<string, string>> = offices;
  const odd = demoCases(40).flatMap(({ seed, acts }) => {
    const patterns = demoPatterns(byDepartment[seed.item.departmentId] ?? '');
    return acts.flatMap(({ order }) => {
      const body = order('2026-11-24') as OrderBody;
      const number = 'documentNo' in body ? body.documentNo : 'certificateNo' in body ? body.certificateNo : undefined;
      const kinds = papersOf(body.type);
      if (number === undefined || kinds.length === 0) return [];
      const of = patterns.filter(({ kind }) => kinds.includes(kind));
      return of.some(({ pattern }) => serialBy(pattern, 2026, number) !== null) ? [] : [`${body.type} ${number}`];
    });
  });
  expect(odd).toEqual([]);
});
