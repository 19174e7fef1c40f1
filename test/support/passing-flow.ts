import type { Block, FlowDefinition, LimitRule } from '../../domain/flow/definition.ts';
import { testFlow } from './flow-fixture.ts';
import { Scene } from './scene.ts';

/** A flow whose department answers: the window passes the materials on within so many days. */
export function passedOn(flow: FlowDefinition, within = 2): FlowDefinition {
  const limit: LimitRule = { ...flow.limits.notice, count: within };
  return { ...flow, limits: { ...flow.limits, passing: limit }, body: withPassing(flow.body) };
}

function withPassing(body: Block): Block {
  if (body.type !== 'sequence') throw new Error('expected a flow that is a sequence');
  return { ...body, blocks: body.blocks.flatMap((block) => replaced(block)) };
}

function replaced(block: Block): Block[] {
  if (block.type !== 'step' || block.step.kind !== 'acceptance') return [block];
  const outcomes = [{ id: 'signed', title: 'signed' }];
  return [
    { type: 'step', step: { id: 'passing', kind: 'passing', title: '材料移交', by: 'windowClerk', outcomes } },
    { type: 'step', step: { ...block.step, by: 'caseOfficer' } },
  ];
}

/** The flow of the tests with a department that answers. */
export const passingFlow = passedOn(testFlow);

/** Lines of a list for all that the scenes below took in. */
export const listOf = (scene: Scene) => scene.state.received.map((id) => ({ id, originals: 1, copies: 0 }));

/** A case of that flow, at the window. */
export const atWindow = (receivedOn: string, flow = passingFlow) => new Scene(receivedOn, {}, flow);

/** Checked in and passed on, each on its day. */
export function passed(scene: Scene, checkedOn: string, on: string = checkedOn): Scene {
  scene.must(checkedOn, 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  return passedAgain(scene, on);
}

/** Passed on, for the first time or once more. */
export function passedAgain(scene: Scene, on: string): Scene {
  scene.must(on, 'windowClerk', {
    type: 'passToDepartment',
    stepId: 'passing',
    receiver: 'caseOfficer',
    items: listOf(scene),
  });
  return scene;
}
