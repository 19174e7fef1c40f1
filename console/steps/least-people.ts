import { stepsOf } from '../../domain/flow/blocks.ts';
import { splitInstance } from '../../domain/instance-id.ts';
import { useFlowOf } from '../case/use-flow.ts';
import type { CaseData, StepData } from './case-data.ts';

/** Who is counted in a step's own number of people, and how many it takes where the department says nothing. */
const counted: Readonly<Record<string, number>> = { experts: 1, inspectors: 2 };

/** How many people the flow of the case asks for in a field of an order on this step, as the API will count them; null: no number. */
export function useLeastPeople(view: CaseData, step: StepData | null): (field: string) => number | null {
  const { data } = useFlowOf(view);
  const drawn = data && step ? stepsOf(data.definition).find(({ id }) => id === splitInstance(step.id).id) : undefined;
  const set = drawn?.params !== undefined && 'minPeople' in drawn.params ? (drawn.params.minPeople ?? 0) : 0;
  return (field) => {
    const least = counted[field];
    return least === undefined || drawn === undefined ? null : Math.max(least, set);
  };
}
