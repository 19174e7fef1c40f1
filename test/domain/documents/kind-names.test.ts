import { describe, expect, it } from 'vitest';
import { documentKinds, isDocumentKind, numberedKinds } from '../../../domain/documents/kind-names.ts';

describe('kinds of documents', () => {
  it('are a closed list', () => {
    expect(documentKinds).toHaveLength(20);
    expect([isDocumentKind('receipt'), isDocumentKind('toString'), isDocumentKind('')]).toEqual([true, false, false]);
  });

  it('bear numbers but for the receipt, the record of a hearing, the list of what is passed on and the return of service', () => {
    const unnumbered = documentKinds.filter((kind) => !numberedKinds.includes(kind));
    expect(unnumbered).toEqual(['receipt', 'passingSheet', 'hearingRecord', 'serviceReturn']);
  });
});
