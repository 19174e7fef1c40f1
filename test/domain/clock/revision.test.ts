import { describe, expect, it } from 'vitest';

import { isNewer, readRevision, revisionText } from '../../../domain/clock/revision.ts';

const whole = (revision: number) => ({ region: '000000', revision });
const province = (revision: number) => ({ region: '210000', revision });

describe('a calendar revision', () => {
  it.each([
    [whole(2), whole(2)],
    ['cn-2026.1', whole(1)],
    ['cn-2020.2', whole(0)],
  ])('recorded as %j reads as %j', (recorded, revision) => {
    expect(readRevision(recorded)).toEqual(revision);
  });

  it.each([
    [whole(2), whole(1), true],
    [whole(10), whole(9), true],
    [whole(1), whole(1), false],
    [whole(1), whole(2), false],
    [whole(2), province(1), false],
    [province(2), whole(1), false],
    [province(2), province(1), true],
    [whole(2), 'cn-2026.1', true],
    [whole(1), 'cn-2026.1', false],
    [whole(1), 'cn-2025.1', true],
    ['cn-2026.1', whole(1), false],
  ])('%j is newer than %j: %s', (offered, than, newer) => {
    expect(isNewer(offered, than)).toBe(newer);
  });

  it('has one word for sentences', () => {
    expect([revisionText(province(3)), revisionText('cn-2026.1')]).toEqual(['210000/3', 'cn-2026.1']);
  });
});
