import { describe, expect, it } from 'vitest';
import { definitionSha256 } from '../../../domain/flow/canonical.ts';
import { compilePlan } from '../../../domain/flow/compile.ts';
import { stepsOf } from '../../../domain/flow/blocks.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import { readDefinition, readPlan } from '../../../domain/flow/read.ts';
import { testFlow } from '../../support/flow-fixture.ts';

/** A value as it was written until 2026-11: `minPeople` beside the kind. */
function asStored<V>(value: V, all: boolean): V {
  return JSON.parse(JSON.stringify(value), (_key, member: unknown) => {
    if (typeof member !== 'object' || member === null || !('kind' in member) || !('outcomes' in member)) return member;
    const { params, ...rest } = member as { params?: { minPeople?: number } };
    const minPeople = params?.minPeople ?? (all ? 0 : undefined);
    return minPeople === undefined ? rest : { ...rest, minPeople };
  }) as V;
}

describe('shapes of 2026-11 are still read', () => {
  const old: FlowDefinition = asStored(testFlow, false);

  it('a published definition, in parallel, choice and sequence', () => {
    expect(JSON.stringify(old)).toContain('"minPeople":3');
    expect(readDefinition(old)).toEqual(testFlow);
    expect(stepsOf(readDefinition(old)).find(({ id }) => id === 'experts')?.params).toEqual({ minPeople: 3 });
  });

  it('under the SHA-256 it was published with', () => {
    const sha256 = definitionSha256(old);
    expect(sha256).not.toBe(definitionSha256(testFlow));
    expect(compilePlan(readDefinition(old), null, sha256)).toEqual({ ...compilePlan(testFlow, null), sha256 });
  });

  it('a plan in the input of a run, where every kind had a number of people', () => {
    const plan = compilePlan(testFlow, null);
    const stored = asStored(plan, true);
    expect(JSON.stringify(stored)).not.toContain('params');
    expect(readPlan(stored)).toEqual(plan);
  });

  it('and today’s shape stays as it is', () => {
    expect(readDefinition(testFlow)).toEqual(testFlow);
    expect(readPlan(compilePlan(testFlow, null))).toEqual(compilePlan(testFlow, null));
  });
});
