import { describe, expect, it } from 'vitest';
import { flowJson } from '../../../console/department/flow-json.ts';
import { itemSeeds } from '../../../db/seed/items/index.ts';
import { canonicalJson } from '../../../domain/flow/canonical.ts';
import { testFlow } from '../../support/flow-fixture.ts';

describe('a flow as the text people edit', () => {
  it('says all of it and nothing else', () => {
    for (const definition of [testFlow, ...itemSeeds.map((seed) => seed.definition)]) {
      expect(canonicalJson(JSON.parse(flowJson(definition)))).toBe(canonicalJson(definition));
    }
    const strange = { ...testFlow, later: { 7: [{ unknown: null }] } };
    expect(JSON.parse(flowJson(strange))).toEqual(strange);
  });

  it('is the same text however the database ordered its keys', () => {
    const backwards = Object.fromEntries(Object.entries(testFlow).reverse());
    expect(flowJson({ ...testFlow, ...backwards })).toBe(flowJson(testFlow));
    expect(flowJson(testFlow).split('\n').slice(0, 5)).toEqual([
      '{',
      '  "itemCode": "11210100MB0000086J3210199901000",',
      '  "title": "测试事项",',
      '  "limits": {',
      '    "notice": {',
    ]);
  });
});
