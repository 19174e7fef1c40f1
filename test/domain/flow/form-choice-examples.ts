import type { Block, ChoiceCase, FlowDefinition } from '../../../domain/flow/definition.ts';
import type { Examples } from './example.ts';
import { rootWith, sample, stepBlock, workdays } from './sample.ts';

/** A flow that goes by the amount on the form after its review. */
export function chosenByAmount(
  whens: Readonly<Record<string, string | undefined>>,
  otherwise: Block | null = null,
): FlowDefinition {
  const cases = Object.entries(whens).map(([label, when]): ChoiceCase => {
    const block = stepBlock(label, { title: label, limit: workdays(1) });
    return { label, title: `金额${label}`, ...(when !== undefined && { when }), block };
  });
  const byAmount: Block = { type: 'choice', id: 'byAmount', on: { form: true }, cases, otherwise };
  return sample({
    form: [{ key: 'amount', title: '金额', type: 'number', required: true, minimum: 0, unit: '万元' }],
    body: rootWith({}, [byAmount]),
  });
}

/** What the gate finds of choices over the form. */
export const formChoiceExamples = {
  'conditions-gap': {
    definition: chosenByAmount({ small: 'form.amount < 10.0', large: 'form.amount > 10.0' }),
    at: '/body/blocks/4',
    words: '金额为10万元',
    passing: chosenByAmount({ small: 'form.amount < 10.0', large: 'form.amount >= 10.0' }),
  },
  'conditions-overlap': {
    definition: chosenByAmount({ small: 'form.amount <= 10.0', large: 'form.amount >= 10.0' }),
    at: '/body/blocks/4',
    words: '金额为10万元；这时走“金额small”',
    passing: chosenByAmount({ small: 'form.amount < 10.0', large: 'form.amount >= 10.0' }),
  },
} as const satisfies Examples;
