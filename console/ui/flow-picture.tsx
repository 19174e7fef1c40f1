import { BaseEdge, EdgeLabelRenderer, Handle, Position, ReactFlow } from '@xyflow/react';
import type { Edge, EdgeProps, Node, NodeProps } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import type { CSSProperties } from 'react';
import { useEffect, useMemo } from 'react';
import { useWidth } from './use-width.ts';
import { useTranslation } from 'react-i18next';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { titledStep, bracketed, joined, labelled } from '../i18n/said.ts';
import { lights } from '../theme.ts';
import { flowGraph } from './flow-graph.ts';
import type { FlowGraph, FlowNode } from './flow-graph.ts';
import { boxText, layOut, movedTo } from './flow-layout.ts';

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

const looks: Readonly<Record<StepProgress, { colour: keyof typeof lights; mark: string }>> = {
  done: { colour: 'green', mark: '✓ ' },
  open: { colour: 'yellow', mark: '▶ ' },
  ahead: { colour: 'grey', mark: '' },
};

/** Below it the words of a step, 13 px, could not be read: the picture scrolls instead. */
const leastScale = 0.93;

/** A flow as a vertical picture, coloured by progress, and the same as a list for who does not see it. Read-only. */
export function FlowPicture({ definition, progress, notes }: Props) {
  const { t } = useTranslation();
  const graph = useMemo(() => flowGraph(definition, { otherwise: t('case.otherwise') }), [definition, t]);
  const words = { fork: t('case.fork'), join: t('case.join'), end: t('case.end') };
  const steps = graph.nodes.flatMap(({ step }) => step ?? []);
  const progressOf = ({ id, step }: FlowNode) =>
    progress === undefined || step === null ? null : (progress.get(id) ?? 'ahead');
  const wordOf = (node: FlowNode) => {
    if (node.step === null) return node.word === null ? '' : words[node.word];
    return `${looks[progressOf(node) ?? 'ahead'].mark}${titledStep(node.step, steps)}`;
  };
  const laid = layOut(graph, (node) => ({ word: wordOf(node), note: noteOf(node, notes, t('case.untimed')) }));
  const drawn = draw(laid, progressOf);
  const [place, width] = useWidth<HTMLDivElement>();
  const scale = Math.min(1, Math.max(width / laid.width, leastScale));
  const open = laid.boxes.find(({ node }) => progressOf(node) === 'open');
  const moved = movedTo(open && { x: open.x * scale, width: open.width * scale }, width);
  useEffect(() => {
    if (place.current !== null) place.current.scrollLeft = moved;
  }, [place, moved, width]);
  return (
    <div>
      {laid.width * scale > width + 1 && width > 0 && <p className="why">{t('case.flowWider')}</p>}
      <div ref={place} className="flow-picture" style={{ overflowX: 'auto', overflowY: 'hidden' }} aria-hidden>
        {width > 0 && (
          <div style={{ height: laid.height * scale, width: Math.max(width, laid.width * scale) }}>
            <ReactFlow
              key={width}
              nodes={drawn.nodes}
              edges={drawn.edges}
              nodeTypes={nodeTypes}
              edgeTypes={edgeTypes}
              defaultViewport={{ x: Math.max((width - laid.width * scale) / 2, 0), y: 0, zoom: scale }}
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
      <FlowList graph={graph} progress={progress} />
    </div>
  );
}

function noteOf({ step, id }: FlowNode, notes: Props['notes'], untimed: string): string | null {
  const note = notes?.get(id);
  if (step?.untimed === undefined) return note ?? null;
  return note === undefined ? untimed : `${untimed} · ${note}`;
}

/** The same as a list, for who does not see the picture or not all of it. */
function FlowList({ graph, progress }: { graph: FlowGraph; progress: Props['progress'] | undefined }) {
  const { t } = useTranslation();
  const steps = graph.nodes.flatMap(({ step }) => step ?? []);
  const label = { done: t('case.stepDone'), open: t('case.stepOpen'), ahead: t('case.stepAhead') };
  return (
    <details className="why">
      <summary>{t('case.flowAsList')}</summary>
      <ol style={{ paddingInlineStart: 20 }}>
        {graph.nodes.flatMap(({ id, step }) =>
          step === null
            ? []
            : [
                <li key={id}>
                  {lineOf(
                    `${titledStep(step, steps)}${step.untimed ? bracketed(t('case.untimed')) : ''}`,
                    progress && label[progress.get(id) ?? 'ahead'],
                  )}
                  {incoming(graph, id)}
                </li>,
              ],
        )}
      </ol>
    </details>
  );
}

const lineOf = (title: string, state: string | undefined) => (state === undefined ? title : labelled(title, state));

/** Each box and way as the drawing library takes them. */
function draw(
  { boxes, ways }: ReturnType<typeof layOut>,
  progressOf: (node: FlowNode) => StepProgress | null,
): { nodes: Drawn[]; edges: DrawnEdge[] } {
  const nodes = boxes.map(({ node, word, note, x, y, width, height }): Drawn => {
    const untimed = node.step?.untimed !== undefined;
    const data = { word, note, untimed, progress: progressOf(node), small: node.step === null };
    return { id: node.id, type: 'step', position: { x, y }, data, width, height };
  });
  const edges = ways.map(({ id, from, to, ...data }): DrawnEdge => {
    return { id, source: from, target: to, type: 'laid', data };
  });
  return { nodes, edges };
}

function incoming({ edges }: FlowGraph, id: string): string {
  const labels = edges.flatMap(({ to, label }) => (to === id && label !== null ? [label] : []));
  return labels.length === 0 ? '' : bracketed(joined(labels));
}

function StepNode({ data, width, height }: NodeProps<Drawn>) {
  const look = data.progress === null ? null : looks[data.progress];
  const { text, ground, line } = lights[look?.colour ?? 'grey'];
  const style: CSSProperties = {
    width,
    height,
    boxSizing: 'border-box',
    padding: `0 ${boxText.side - 2}px`,
    borderRadius: data.small ? 11 : 6,
    border: `${data.progress === 'open' ? 2 : 1}px ${data.untimed ? 'dashed' : 'solid'} ${line}`,
    background: ground,
    color: text,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    textAlign: 'center',
    fontSize: data.small ? boxText.note : boxText.word,
    lineHeight: boxText.line,
    overflow: 'hidden',
  };
  return (
    <div style={style}>
      <Handle type="target" position={Position.Top} style={{ visibility: 'hidden' }} />
      <span style={{ fontWeight: data.progress === 'open' ? 600 : 400 }}>{data.word}</span>
      {data.note !== null && <span style={{ fontSize: boxText.note }}>{data.note}</span>}
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
