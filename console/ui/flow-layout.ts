import dagre from '@dagrejs/dagre';
import type { FlowGraph, FlowNode } from './flow-graph.ts';

/** What stands in the box of a node: the title, and a smaller line under it. */
export interface BoxWords {
  readonly word: string;
  readonly note: string | null;
}

interface Box extends BoxWords {
  readonly node: FlowNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Way {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string | null;
  readonly points: { x: number; y: number }[];
  /** The middle of the label. */
  readonly x: number;
  readonly y: number;
}

/** Sizes of the letters in a box, and how much of it is edge. */
export const boxText = { word: 13, note: 12, line: 1.35, side: 10, top: 4 } as const;
const boxWidth = 196;
const leastHeight = 52;
const smallBox = { width: 60, height: 22 };

/** A flow from top to bottom: where each box stands and each way runs, in pixels. A box is as high as its words need. */
export function layOut(graph: FlowGraph, wordsOf: (node: FlowNode) => BoxWords) {
  const sheet = new dagre.graphlib.Graph({ multigraph: true });
  sheet.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 34, marginx: 4, marginy: 4 });
  sheet.setDefaultEdgeLabel(() => ({}));
  const named = graph.nodes.map((node) => ({ node, ...wordsOf(node) }));
  for (const { node, ...words } of named) {
    sheet.setNode(node.id, node.step === null ? { ...smallBox } : { width: boxWidth, height: heightOf(words) });
  }
  for (const { id, from, to, label } of graph.edges) {
    sheet.setEdge(from, to, label === null ? {} : { width: label.length * 12, height: 16, labelpos: 'c' }, id);
  }
  dagre.layout(sheet);
  const boxes = named.map((one): Box => {
    const { x, y, width, height } = sheet.node(one.node.id);
    return { ...one, x: x - width / 2, y: y - height / 2, width, height };
  });
  const ways = graph.edges.map(({ id, from, to, label }): Way => {
    const { points, x = 0, y = 0 } = sheet.edge({ v: from, w: to, name: id });
    return { id, from, to, label, points, x, y };
  });
  const { width = 300, height = 400 } = sheet.graph();
  return { boxes, ways, width, height };
}

/** How high a box is so that none of its lines is cut. */
export function heightOf({ word, note }: BoxWords): number {
  const lines =
    linesOf(word, boxText.word) * boxText.word + (note === null ? 0 : linesOf(note, boxText.note) * boxText.note);
  return Math.max(leastHeight, Math.ceil(lines * boxText.line) + 2 * boxText.top);
}

/** On how many lines words stand: a Chinese sign is as wide as its size, of any other letter two thirds is room to spare. */
function linesOf(words: string, size: number): number {
  const width = [...words].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 1 : 2 / 3), 0) * size;
  return Math.max(1, Math.ceil(width / (boxWidth - 2 * boxText.side)));
}

/** How far a picture that is wider than its place is moved so that a box is seen: not at all where it is seen anyway, else to the middle. */
export function movedTo(box: { readonly x: number; readonly width: number } | undefined, seen: number): number {
  if (box === undefined || box.x + box.width <= seen) return 0;
  return box.x + box.width / 2 - seen / 2;
}
