import { describe, expect, it } from 'vitest';
import { compose, isIncomplete } from '../../../domain/documents/compose.ts';
import { presentChecked } from '../../../server/presenters/documents.ts';
import { paperScenes, paperSource } from '../../support/papers.ts';
import { day } from '../../support/scene.ts';

describe('a checked document', () => {
  const content = compose('certificate', paperSource(paperScenes.certificate.scene(), 'CertificateIssued'));
  if (isIncomplete(content)) throw new Error('expected a certificate');
  const seal = { algorithm: 'Ed25519', signature: 's', publicKey: 'p' };
  const made = {
    caseId: 'c',
    factHash: 'h',
    kind: 'certificate',
    number: '证1',
    sha256: 'a',
    seal,
    madeAt: 0,
  } as const;
  const stateOn = (validUntil: string | null, today: string) =>
    presentChecked(
      { ...made, content: { ...content, validUntil: validUntil === null ? null : day(validUntil) } },
      { today: day(today), isSealGood: true, later: [], about: null },
    ).state;

  it('holds to the end of its last day, and without end where it has none', () => {
    expect(stateOn('2031-12-31', '2031-12-31')).toBe('valid');
    expect(stateOn('2031-12-31', '2032-01-01')).toBe('expired');
    expect(stateOn(null, '2099-01-01')).toBe('valid');
  });
});
