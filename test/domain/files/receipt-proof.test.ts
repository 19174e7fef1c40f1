import { describe, expect, test } from 'vitest';
import { filePlaces, receiptProof } from '../../../domain/files/receipt-proof.ts';
import type { Digest } from '../../../domain/case/marks.ts';
import { waterAbstraction } from '../../../db/seed/items/water-abstraction.ts';

const { definition } = waterAbstraction;
const materials = definition.materials.map(({ id }) => id);
const evidence = 'a'.repeat(64) as Digest;

describe('where files of a case belong', () => {
  test.each([
    ['seen at the window', { channel: 'window' }, false],
    ['filed online', { channel: 'online' }, false],
    ['that came by post', { channel: 'post' }, true],
    ['whose receipt was entered later', { channel: 'window', evidence }, true],
  ] as const)('an application %s', (_how, filing, isAsked) => {
    const ids = filePlaces(filing, definition).map(({ id }) => id);
    expect(ids).toEqual([...materials, ...(isAsked ? [receiptProof.id] : [])]);
  });

  test('the proof is called so in the language of the reader', () => {
    const [proof] = filePlaces({ channel: 'post' }, { materials: [] }, 'en');
    expect(proof?.title).toBe(receiptProof.title.en);
  });
});
