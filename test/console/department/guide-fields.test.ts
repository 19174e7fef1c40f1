import { expect, it } from 'vitest';
import { bodyOfGuide, fieldsOfGuide } from '../../../console/department/guide-fields.ts';
import { itemSeeds } from '../../../db/seed/items/index.ts';

it('a guide that is opened and saved unchanged stays as it was', () => {
  for (const { item } of itemSeeds) expect(bodyOfGuide(fieldsOfGuide(item.guide))).toEqual(item.guide);
});

it('empty elements and lines of a guide are left out', () => {
  expect(bodyOfGuide({ place: '  ', conditions: ' 一 \n\n二\n', channels: '\n', fee: false, visits: null })).toEqual({
    conditions: ['一', '二'],
    fee: false,
  });
});
