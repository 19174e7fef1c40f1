import { describe, expect, it } from 'vitest';
import { flowGraph } from '../../../console/ui/flow-graph.ts';
import { boxText, heightOf, layOut, movedTo } from '../../../console/ui/flow-layout.ts';
import { waterAbstraction } from '../../../db/seed/items/water-abstraction.ts';

const graph = flowGraph(waterAbstraction.definition, { otherwise: '其他' });
const lineOf = (size: number) => size * boxText.line;

describe('a box of the picture of a flow', () => {
  it('is as high as its words need: none of three lines is cut', () => {
    const short = heightOf({ word: '受理', note: null });
    const long = heightOf({
      word: '▶ 水资源论证报告书专家评审',
      note: '不计时 · 由承办人（江承文、江察远、江科明）办理，督查员可见',
    });
    expect(short).toBe(52);
    expect(long).toBeGreaterThanOrEqual(lineOf(boxText.word) + 3 * lineOf(boxText.note) - lineOf(boxText.note));
    expect(long).toBeGreaterThan(short);
    expect(heightOf({ word: '环节'.repeat(20), note: null })).toBeGreaterThanOrEqual(3 * lineOf(boxText.word));
  });

  it('lies on no other', () => {
    const { boxes, width, height } = layOut(graph, ({ step }) => ({ word: (step?.title ?? '').repeat(4), note: null }));
    const meet = (a: (typeof boxes)[number], b: (typeof boxes)[number]) =>
      a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    expect(boxes.flatMap((a) => boxes.filter((b) => a !== b && meet(a, b)))).toEqual([]);
    expect(
      boxes.filter(({ x, y, ...box }) => x < 0 || y < 0 || x + box.width > width || y + box.height > height),
    ).toEqual([]);
  });
});

describe('a picture wider than its place', () => {
  it('begins at its left edge while the open step is seen there, else with that step in the middle', () => {
    expect(movedTo({ x: 40, width: 196 }, 300)).toBe(0);
    expect(movedTo({ x: 300, width: 200 }, 300)).toBe(250);
    expect(movedTo(undefined, 300)).toBe(0);
  });
});
