import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkBlocks } from '../../../domain/flow/blocks.ts';
import type { Block, FlowDefinition, Step } from '../../../domain/flow/definition.ts';
import { diffFlows } from '../../../domain/flow/diff.ts';
import { movedIds } from '../../../domain/flow/diff/places.ts';
import { itemSeeds } from '../../../db/seed/items/index.ts';
import { testFlow } from '../../support/flow-fixture.ts';

const water = itemSeeds.find(({ item }) => item.departmentId === 'sy-water')?.definition ?? testFlow;
const said = (after: FlowDefinition, before = water) => diffFlows(before, after).map(({ sentence }) => sentence);

/** The flow with one step changed. */
function withStep(id: string, edit: (step: Step) => Step, flow = water): FlowDefinition {
  return { ...flow, body: mapBlocks(flow.body, (block) => editStep(block, id, edit)) };
}

function editStep(block: Block, id: string, edit: (step: Step) => Step): Block {
  return block.type === 'step' && block.step.id === id ? { type: 'step', step: edit(block.step) } : block;
}

function mapBlocks(block: Block, edit: (block: Block) => Block): Block {
  const inside = (inner: Block) => mapBlocks(inner, edit);
  switch (block.type) {
    case 'sequence':
      return edit({ ...block, blocks: block.blocks.map(inside) });
    case 'parallel':
      return edit({ ...block, branches: block.branches.map(inside) });
    case 'choice':
      return edit({
        ...block,
        cases: block.cases.map(({ label, block: inner }) => ({ label, block: inside(inner) })),
        otherwise: block.otherwise === null ? null : inside(block.otherwise),
      });
    case 'step':
      return edit(block);
  }
  return block satisfies never;
}

/** The blocks of the outermost sequence, changed. */
function withBlocks(edit: (blocks: readonly Block[]) => readonly Block[], flow = water): FlowDefinition {
  return flow.body.type === 'sequence' ? { ...flow, body: { ...flow.body, blocks: edit(flow.body.blocks) } } : flow;
}

const indexOf = (blocks: readonly Block[], id: string) =>
  blocks.findIndex((block) => block.type === 'step' && block.step.id === id);

describe('the difference of two versions in words', () => {
  it('is empty for the same flow', () => {
    for (const { definition } of itemSeeds) expect(diffFlows(definition, structuredClone(definition))).toEqual([]);
  });

  it('tells limits with their basis, unit and whether they are assumed', () => {
    const { promised, statutory } = water.limits;
    expect(said({ ...water, limits: { ...water.limits, promised: { ...promised, count: 15 } } })).toEqual([
      '承诺时限由 20 个工作日改为 15 个工作日（缩短）',
    ]);
    const longer = { ...statutory, count: 60, unit: 'calendarDay', basis: '新条例', assumption: true } as const;
    expect(said({ ...water, limits: { ...water.limits, statutory: longer } })).toEqual([
      '法定时限由 45 个工作日改为 60 日（自然日）（单位改变）',
      '法定时限的依据由“取水许可和水资源费征收管理条例第十九条第一款”改为“新条例”',
      '法定时限标为假定，尚待核实',
    ]);
    const extension = { max: 10, approver: 'agencyHead', basis: '许可法第四十二条' } as const;
    const extended = { ...water, limits: { ...water.limits, extension } };
    expect(said(extended)).toEqual([
      '延长审批：允许，最多 10 日（单位同法定时限），由本机关主要负责人批准，依据：许可法第四十二条',
    ]);
    expect(said(water, extended)).toEqual(['延长审批：不再允许']);
    const { promisedNotice, ...without } = water.limits;
    expect(promisedNotice?.count).toBe(2);
    expect(said(water, { ...water, limits: without })).toEqual([
      '承诺告知时限：新增“2 个工作日（依据：承诺告知时限）”',
    ]);
  });

  it('D12: tells what the limits count from', () => {
    expect(said({ ...water, limits: { ...water.limits, countsFrom: 'receipt' } })).toEqual([
      '法定时限和承诺时限的起算日：新增“收到申请之日”',
    ]);
  });

  it('tells branches of limits', () => {
    const branch = { id: 'small', title: '小额取水', when: 'form.annualAmount < 1.0', limits: {} };
    const promised = { ...water.limits.promised, count: 10 };
    const next = { ...water, limitBranches: [...water.limitBranches, { ...branch, limits: { promised } }] };
    expect(said(next)).toEqual([
      '新增时限分支“小额取水”，条件：form.annualAmount < 1.0',
      '时限分支“小额取水”的承诺时限：新增“10 个工作日（依据：承诺办结时限）”',
    ]);
    expect(said(water, next)).toEqual(['取消时限分支“小额取水”']);
  });

  it('tells steps added and removed, with where they stand', () => {
    const check: Block = {
      type: 'step',
      step: { id: 'check', kind: 'review', title: '复核', by: 'reviewer', outcomes: [{ id: 'ok', title: '通过' }] },
    };
    const more = withBlocks((blocks) => blocks.toSpliced(indexOf(blocks, 'audit') + 1, 0, check));
    expect(said(more)).toEqual(['新增环节“复核”（审查，由审核人办理），排在“审核”之后，必经']);
    expect(said(water, more)).toEqual(['取消环节“复核”']);
  });

  it('tells the fewest steps that moved', () => {
    const next = withBlocks((blocks) => {
      const from = indexOf(blocks, 'audit');
      const audit = blocks.slice(from, from + 1);
      return blocks.toSpliced(from, 1).toSpliced(indexOf(blocks, 'review') + 1, 0, ...audit);
    });
    expect(said(next)).toEqual(['环节“审核”移动：原来排在“听证”之后，现在排在“审查”之后']);
  });

  it('tells on which paths a step stands', () => {
    const always = {
      ...water,
      body: mapBlocks(water.body, (block) =>
        block.type === 'choice' && block.id === 'needHearing' ? (block.cases[0]?.block ?? block) : block,
      ),
    };
    expect(said(always)).toEqual([
      '环节“听证”的办理条件：原来仅在“现场勘验”的结论为“涉及重大利害关系，需听证”时，现在必经',
    ]);
    const oneAfterOther = {
      ...water,
      body: mapBlocks(water.body, (block) =>
        block.type === 'parallel' ? { type: 'sequence', blocks: block.branches } : block,
      ),
    };
    expect(said(oneAfterOther)).toEqual([
      '环节“水资源论证报告书专家评审”的办理条件：原来与“征求城市建设主管部门意见”并行，仅在“审查”的结论为“需专家评审”时，现在仅在“审查”的结论为“需专家评审”时',
      '环节“征求城市建设主管部门意见”的办理条件：原来与“水资源论证报告书专家评审”并行，仅在适用时限分支“取用城市规划区地下水”时，现在仅在适用时限分支“取用城市规划区地下水”时',
    ]);
  });

  it('tells outcomes, stops, bases and approvers of a step', () => {
    const next = withStep('siteInspection', (step) => ({
      ...step,
      title: '现场核查',
      outcomes: step.outcomes.filter(({ id }) => id !== 'majorInterest'),
      params: { minPeople: 3 },
      ...(step.untimed && {
        untimed: {
          ...step.untimed,
          stops: ['promised', 'statutory'],
          approvedBy: 'deputyHead',
          requiredBy: '条例第十七条',
          exclusionBasis: { source: 'xkf45', kind: 'inspection', cite: '行政许可法第四十五条' },
        },
      }),
    }));
    expect(said(next)).toEqual([
      '环节的名称由“现场勘验”改为“现场核查”',
      '环节“现场核查”所停的时限由“承诺时限”改为“承诺时限、法定时限”',
      '环节“现场核查”的不计时依据：新增“行政许可法第四十五条（检验）”',
      '环节“现场核查”的要求条款：新增“条例第十七条”',
      '环节“现场核查”的启动批准人由“科室负责人”改为“分管负责人”',
      '环节“现场核查”取消结论“涉及重大利害关系，需听证”',
      '环节“现场核查”的最少人数由“2”改为“3”',
    ]);
    const timed = withStep('hearing', ({ untimed: _gone, ...step }) => step);
    expect(said(timed)).toEqual(['环节“听证”由不计时改为计时']);
    expect(said(water, timed)).toEqual([
      '环节“听证”由计时改为不计时，承诺 20 个工作日（依据：行政许可法第四十七条），停法定时限、承诺时限，由分管负责人批准启动',
    ]);
  });

  it('tells materials and form fields', () => {
    const [first, ...others] = water.materials;
    const materials = [...others, { ...(first ?? { id: '', title: '', source: 'other' }), need: 'optional' }] as const;
    expect(said({ ...water, materials })).toEqual([
      '材料“取水许可申请书”的必要性由“必要”改为“非必要”',
      '材料的排列顺序有调整',
    ]);
    const form = water.form
      .filter(({ key }) => key !== 'method')
      .map((field) => (field.key === 'years' ? { ...field, maximum: 5, required: false } : field));
    const seat = { key: 'seat', title: '井深', type: 'number', required: true, unit: '米' } as const;
    expect(said({ ...water, form: [...form, seat] })).toEqual([
      '新增表单字段“井深”（数，必填）',
      '取消表单字段“取水方式和计量方式”',
      '表单字段“取水期限”是否必填由“是”改为“否”',
      '表单字段“取水期限”的最大值由“10”改为“5”',
    ]);
  });

  it('tells rungs of the ladder', () => {
    const ladder = water.ladder.flatMap((rung) =>
      rung.id === 'R5'
        ? []
        : rung.id === 'Y2'
          ? [{ ...rung, at: { percent: 70 }, to: ['supervisor' as const] }]
          : [rung],
    );
    expect(said({ ...water, ladder })).toEqual([
      '取消预警等级“R5”：送达时限到期次日发红牌，告知经办人、首席代表、督查员',
      '预警等级“Y2”的时点由“用到时限的 80%”改为“用到时限的 70%”',
      '预警等级“Y2”的接收人由“经办人、首席代表”改为“督查员”',
    ]);
  });

  it('says so when only what nobody reads has changed', () => {
    const renamed = mapBlocks(water.body, (block) =>
      block.type === 'parallel' ? { ...block, id: 'together' } : block,
    );
    expect(said({ ...water, body: renamed })).toEqual(['只改了内部编号或写法，办理的内容没有变化']);
  });

  it('is never empty when anything at all is different', () => {
    const texts = walkBlocks(water.body).flatMap(({ block }) => (block.type === 'step' ? [block.step.id] : []));
    const flows = fc.constantFrom(
      ...texts.map((id) => withStep(id, (step) => ({ ...step, title: `${step.title}！` }))),
      ...itemSeeds.map(({ definition }) => definition),
      testFlow,
      { ...water, ladder: water.ladder.toReversed() },
    );
    fc.assert(
      fc.property(flows, flows, (before, after) => {
        const equal = JSON.stringify(before) === JSON.stringify(after);
        expect(diffFlows(before, after).length === 0).toBe(equal);
      }),
    );
  });
});

describe('what moved', () => {
  it('leaves the others in the order they had, and is nothing when all do', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const shuffled = fc.shuffledSubarray(ids, { minLength: ids.length });
    fc.assert(
      fc.property(shuffled, (after) => {
        const moved = movedIds(ids, after);
        expect(after.filter((id) => !moved.includes(id))).toEqual(ids.filter((id) => !moved.includes(id)));
        expect(moved.length === 0).toBe(after.join() === ids.join());
      }),
    );
  });
});
