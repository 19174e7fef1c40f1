import { describe, expect, test } from 'vitest';
import { stepsOf } from '../../../domain/flow/blocks.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import { checkFlow } from '../../../domain/flow/gate.ts';
import type { GateCode } from '../../../domain/flow/gate/finding.ts';
import { itemSeeds } from '../../../db/seed/items/index.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { leadOn } from '../../support/course.ts';
import { explore } from '../../support/explored.ts';
import { generatedFlow } from '../../support/generated-flow.ts';
import { calendarOf2026 } from '../../support/clock-of.ts';

/** Flows that the gate passes; by hand 2,000: FLOWS=2000 npx vitest run --project pure test/domain/flow/explored.test.ts */
const wanted = Number(process.env['FLOWS'] ?? 200);
const tools = { checkCondition: () => null, tryConditions: () => [], ...calendarOf2026 };
const errorsOf = (definition: FlowDefinition): GateCode[] =>
  checkFlow(definition, tools).flatMap(({ code, severity }) => (severity === 'error' ? [code] : []));

/** Findings that say how a case would end or stand still: a flow refused for one of these alone has a case that does. */
const provable: readonly GateCode[] = [
  'unreachable-step',
  'decision-missing',
  'decision-doubled',
  'certificate-without-grant',
];

const drawn = Array.from({ length: wanted * 2 }, (_, i) => i + 1).map((seed) => ({
  seed,
  definition: generatedFlow(seed),
}));
const judged = drawn.map((one) => ({ ...one, errors: errorsOf(one.definition) }));

describe('the structure that the gate passes, proved by living through every case', () => {
  test('no case stands still or ends undecided, no step waits in vain, every join completes', () => {
    const passed = judged.filter(({ errors }) => errors.length === 0).slice(0, wanted);
    expect(passed.length).toBe(wanted);
    const bad = passed.flatMap(({ seed, definition }) => {
      const { faults, unopened } = explore(definition);
      return faults.size + unopened.length === 0 ? [] : [{ seed, faults: [...faults], unopened }];
    });
    expect(bad).toEqual([]);
  });

  test('what it refuses for such a reason alone has a case that goes wrong, or a step that none meets', () => {
    const refused = judged.filter(({ errors }) => errors.length > 0 && errors.every((code) => provable.includes(code)));
    expect(refused.length).toBeGreaterThan(wanted / 20);
    const lawful = refused.filter(({ definition }) => {
      const { faults, unopened } = explore(definition);
      return faults.size + unopened.length === 0;
    });
    expect(lawful.map(({ seed, errors }) => ({ seed, errors }))).toEqual([]);
  });

  test('a case of each is led to its end by the machine itself, decided and served', () => {
    const passed = judged.filter(({ errors }) => errors.length === 0).slice(0, wanted / 5);
    const open = passed.flatMap(({ seed, definition }) => {
      const { state } = leadOn(definition, seed);
      const kinds = state.steps.map(({ id }) => stepsOf(definition).find((step) => step.id === id)?.kind);
      const isOver = state.status === 'closed' && state.decision !== null && kinds.includes('delivery');
      return isOver ? [] : [{ seed, open: state.steps.flatMap(({ id, outcome }) => (outcome === null ? [id] : [])) }];
    });
    expect(open).toEqual([]);
  });

  test.each([
    ...itemSeeds.map(({ item, definition }): [string, FlowDefinition] => [item.name, definition]),
    ['测试事项', testFlow],
  ] as const)('%s', (_, definition) => {
    const { faults, unopened, states } = explore(definition);
    expect({ faults: [...faults], unopened }).toEqual({ faults: [], unopened: [] });
    expect(states).toBeGreaterThan(5);
  });
});
