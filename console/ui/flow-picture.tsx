import dagre from '@dagrejs/dagre';
import { BaseEdge, EdgeLabelRenderer, Handle, Position, ReactFlow } from '@xyflow/react';
import type { Edge, EdgeProps, Node, NodeProps } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import type { CSSProperties } from 'react';
import { useEffect, useMemo } from 'react';
import { useWidth } from './use-width.ts';
import { useTranslation } from 'react-i18next';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { titledStep, bracketed, joined } from '../i18n/said.ts';
import { lights } from '../theme.ts';
import { flowGraph } from './flow-graph.ts';
import type { FlowGraph, FlowNode } from './flow-graph.ts';

/** How far a step is: done, open now, or not reached (also when the case will not pass there). */
export type StepProgress = 'done' | 'open' | 'ahead';

interface Props {
  readonly definition: FlowDefinition;
  /** Progress by step id; absent: the flow alone is drawn. */
  readonly progress?: ReadonlyMap<string, StepProgress>;
  /** Second line of a step, such as who finished it and when. */
  readonly notes?: ReadonlyMap<string, string>;
}

type Drawn = Node<{
  word: string;
  note: string | null;
  untimed: boolean;
  progress: StepProgress | null;
  small: boolean;
}>;

type DrawnEdge = Edge<{ points: { x: number; y: number }[]; label: string | null; x: number; y: number }>;

const size = { width: 196, height: 52 };
/** Below it the words of a step, 13 px, could not be read: the picture scrolls instead. */
const leastScale = 0.93;
const smallSize = { width: 60, height: 22 };

/** A flow as a vertical picture, coloured by progress, and the same as a list for who does not see it. Read-only. */
export function FlowPicture({ definition, progress, notes }: Props) {
  const { t } = useTranslation();
  const graph = useMemo(() => flowGraph(definition, { otherwise: t('case.otherwise') }), [definition, t]);
  const words = { fork: t('case.fork'), join: t('case.join'), end: t('case.end') };
  const steps = graph.nodes.flatMap(({ step }) => step ?? []);
  const drawn = layOut(graph, (node) => ({
    word: node.step === null ? (node.word === null ? '' : words[node.word]) : titledStep(node.step, steps),
    note: noteOf(node, notes, t('case.untimed')),
    untimed: node.step?.untimed !== undefined,
    progress: progress === undefined || node.step === null ? null : (progress.get(node.id) ?? 'ahead'),
    small: node.step === null,
  }));
  const [place, width] = useWidth<HTMLDivElement>();
  const scale = Math.min(1, Math.max(width / drawn.width, leastScale));
  const openAt = middleOf(drawn.nodes.filter(({ data }) => data.progress === 'open')) * scale;
  useEffect(() => {
    // Where the picture is wider than its place, the step that is open stands in the middle of what is seen.
    if (place.current !== null && openAt > 0) place.current.scrollLeft = openAt - width / 2;
  }, [place, openAt, width]);
  const label = { done: t('case.stepDone'), open: t('case.stepOpen'), ahead: t('case.stepAhead') };
  return (
    <div>
      <div ref={place} className="flow-picture" style={{ overflowX: 'auto', overflowY: 'hidden' }} aria-hidden>
        {width > 0 && (
          <div style={{ height: drawn.height * scale, width: Math.max(width, drawn.width * scale) }}>
            <ReactFlow
              key={width}
              nodes={drawn.nodes}
              edges={drawn.edges}
              nodeTypes={nodeTypes}
              edgeTypes={edgeTypes}
              defaultViewport={{ x: Math.max((width - drawn.width * scale) / 2, 0), y: 0, zoom: scale }}
              minZoom={0.2}
              nodesDraggable={false}
              nodesConnectable={false}
              nodesFocusable={false}
              edgesFocusable={false}
              elementsSelectable={false}
              panOnDrag={false}
              zoomOnScroll={false}
              zoomOnPinch={false}
              zoomOnDoubleClick={false}
              preventScrolling={false}
              proOptions={{ hideAttribution: true }}
            />
          </div>
        )}
      </div>
      <details className="why">
        <summary>{t('case.flowAsList')}</summary>
        <ol style={{ paddingInlineStart: 20 }}>
          {graph.nodes.flatMap(({ id, step }) =>
            step === null
              ? []
              : [
                  <li key={id}>
                    {titledStep(step, steps)}
                    {step.untimed && bracketed(t('case.untimed'))}
                    {progress && `：${label[progress.get(id) ?? 'ahead']}`}
                    {incoming(graph, id)}
                  </li>,
                ],
          )}
        </ol>
      </details>
    </div>
  );
}

function noteOf({ step, id }: FlowNode, notes: Props['notes'], untimed: string): string | null {
  const note = notes?.get(id);
  if (step?.untimed === undefined) return note ?? null;
  return note === undefined ? untimed : `${untimed} · ${note}`;
}

/** The middle of the first of some steps, from the left edge of the picture; 0: there is none. */
function middleOf([first]: readonly Drawn[]): number {
  return first === undefined ? 0 : first.position.x + size.width / 2;
}

function incoming({ edges }: FlowGraph, id: string): string {
  const labels = edges.flatMap(({ to, label }) => (to === id && label !== null ? [label] : []));
  return labels.length === 0 ? '' : bracketed(joined(labels));
}

function layOut(graph: FlowGraph, dataOf: (node: FlowNode) => Drawn['data']) {
  const sheet = new dagre.graphlib.Graph({ multigraph: true });
  sheet.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 34, marginx: 4, marginy: 4 });
  sheet.setDefaultEdgeLabel(() => ({}));
  for (const node of graph.nodes) sheet.setNode(node.id, { ...(node.step === null ? smallSize : size) });
  for (const { id, from, to, label } of graph.edges) {
    sheet.setEdge(from, to, label === null ? {} : { width: label.length * 12, height: 16, labelpos: 'c' }, id);
  }
  dagre.layout(sheet);
  const nodes: Drawn[] = graph.nodes.map((node) => {
    const { x, y, width, height } = sheet.node(node.id);
    return {
      id: node.id,
      type: 'step',
      position: { x: x - width / 2, y: y - height / 2 },
      data: dataOf(node),
      width,
      height,
    };
  });
  const edges: DrawnEdge[] = graph.edges.map(({ id, from, to, label }) => {
    const { points, x = 0, y = 0 } = sheet.edge({ v: from, w: to, name: id });
    return { id, source: from, target: to, type: 'laid', data: { points, label, x, y } };
  });
  const { width = 300, height = 400 } = sheet.graph();
  return { nodes, edges, width, height };
}

const looks: Readonly<Record<StepProgress, { colour: keyof typeof lights; mark: string }>> = {
  done: { colour: 'green', mark: '✓ ' },
  open: { colour: 'yellow', mark: '▶ ' },
  ahead: { colour: 'grey', mark: '' },
};

function StepNode({ data, width, height }: NodeProps<Drawn>) {
  const look = data.progress === null ? null : looks[data.progress];
  const { text, ground, line } = lights[look?.colour ?? 'grey'];
  const style: CSSProperties = {
    width,
    height,
    boxSizing: 'border-box',
    padding: '2px 8px',
    borderRadius: data.small ? 11 : 6,
    border: `${data.progress === 'open' ? 2 : 1}px ${data.untimed ? 'dashed' : 'solid'} ${line}`,
    background: ground,
    color: text,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    textAlign: 'center',
    fontSize: data.small ? 12 : 13,
    lineHeight: 1.35,
    overflow: 'hidden',
  };
  return (
    <div style={style}>
      <Handle type="target" position={Position.Top} style={{ visibility: 'hidden' }} />
      <span style={{ fontWeight: data.progress === 'open' ? 600 : 400 }}>
        {look?.mark}
        {data.word}
      </span>
      {data.note !== null && <span style={{ fontSize: 12 }}>{data.note}</span>}
      <Handle type="source" position={Position.Bottom} style={{ visibility: 'hidden' }} />
    </div>
  );
}

/** An edge as it was laid out, its label where room was kept for it. */
function LaidEdge({ id, data }: EdgeProps<DrawnEdge>) {
  if (data === undefined) return null;
  const path = data.points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');
  const style: CSSProperties = {
    position: 'absolute',
    transform: `translate(-50%, -50%) translate(${data.x}px, ${data.y}px)`,
    background: '#ffffff',
    color: '#262626',
    fontSize: 12,
    padding: '0 2px',
    whiteSpace: 'nowrap',
  };
  return (
    <>
      <BaseEdge id={id} path={path} style={{ stroke: '#8c8c8c' }} />
      {data.label !== null && (
        <EdgeLabelRenderer>
          <div style={style}>{data.label}</div>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

const nodeTypes = { step: StepNode };
const edgeTypes = { laid: LaidEdge };
