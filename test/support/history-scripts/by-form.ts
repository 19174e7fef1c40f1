import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import type { Block, FlowDefinition } from '../../../domain/flow/definition.ts';
import { accepted, reviewed } from '../driven-case.ts';
import { testFlow } from '../flow-fixture.ts';
import { taken, words } from './script.ts';
import type { Script } from './script.ts';

const again = (id: string): Block => ({
  type: 'step',
  step: { id, kind: 'review', title: id, by: 'reviewer', outcomes: [{ id: 'pass', title: '通过' }] },
});

/** Before the decision: what is large is looked at again, what is small by nobody else. */
const bySize: Block = {
  type: 'choice',
  id: 'bySize',
  on: { form: true },
  cases: [
    { label: 'small', title: '小型', when: 'form.area < 10.0', block: again('small') },
    { label: 'large', title: '大型', when: 'form.area >= 20.0', block: again('large') },
  ],
  otherwise: null,
};

function withSize(flow: FlowDefinition): FlowDefinition {
  if (flow.body.type !== 'sequence') throw new Error('expected a flow that is a sequence');
  const blocks = flow.body.blocks.flatMap((block) =>
    block.type === 'step' && block.step.kind === 'decision' ? [bySize, block] : [block],
  );
  const area = { key: 'area', title: '面积', type: 'number', required: true } as const;
  return { ...flow, form: [area], body: { ...flow.body, blocks } };
}

/** A large one: the form sends it through a step that a small one does not meet. */
export const byForm: Script = Object.assign<Script, Pick<Script, 'flow' | 'form'>>(
  async (product, it) => {
    await accepted(it);
    await reviewed(it, 'plain');
    await it.must('reviewer', { type: 'finishReview', stepId: 'large', outcome: 'pass', opinion: words.opinion });
    const on = civilDateOf(product.now());
    await it.must('approver', { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' });
    const certificate = { certificateNo: '证1', validFrom: on, validUntil: null };
    await it.must('certificateClerk', { type: 'issueCertificate', stepId: 'certificate', ...certificate });
    await it.must('certificateClerk', { type: 'deliver', stepId: 'delivery', ...taken, servedOn: on });
  },
  { flow: withSize(testFlow), form: { area: 30 } },
);
