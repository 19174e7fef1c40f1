import { describe, expect, it } from 'vitest';
import { waterAbstraction } from '../../db/seed/items/water-abstraction.ts';
import { checkFiling } from '../../server/form-check.ts';

const field = { key: 'name', title: '名称', type: 'text', required: true, maxLength: 100 } as const;
const wrong = (name: string) =>
  checkFiling({ ...waterAbstraction.definition, form: [field], materials: [] }, { name }, []);

describe('a text of the form', () => {
  it('fault D14: is counted in characters, also rare ones', () => {
    expect(wrong('𠮷'.repeat(100))).toEqual([]);
    expect(wrong('𠮷'.repeat(101))).toMatchObject([{ pointer: '/form/name', message: '名称：不得超过 100 个字符' }]);
  });
});
