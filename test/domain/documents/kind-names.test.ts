import { describe, expect, it } from 'vitest';
import { documentKinds, isDocumentKind, numberedKinds } from '../../../domain/documents/kind-names.ts';

describe('kinds of documents', () => {
  it('are a closed list', () => {
    expect(documentKinds).toHaveLength(13);
    expect([isDocumentKind('receipt'), isDocumentKind('toString'), isDocumentKind('')]).toEqual([true, false, false]);
  });

  it('bear numbers but for the receipt, the list of what is passed on and the return of service', () => {
    expect(documentKinds.filter((kind) => !numberedKinds.includes(kind))).toEqual([
      'receipt',
      'passingSheet',
      'serviceReturn',
    ]);
  });
});
