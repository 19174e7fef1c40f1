import type { FlowDefinition } from '../../domain/flow/definition.ts';

/** Keys in the order people read them; the database keeps none. */
const order = [
  'itemCode',
  'type',
  'id',
  'key',
  'clock',
  'kind',
  'title',
  'by',
  'sensitive',
  'afterHours',
  'counts',
  'closesAt',
  'duty',
  'weekday',
  'limits',
  'notice',
  'promisedNotice',
  'passing',
  'supplement',
  'deferral',
  'statutory',
  'promised',
  'delivery',
  'afterCheck',
  'countsFrom',
  'extension',
  'limitBranches',
  'when',
  'form',
  'materials',
  'body',
  'on',
  'label',
  'block',
  'step',
  'blocks',
  'branches',
  'cases',
  'otherwise',
  'limit',
  'untimed',
  'promise',
  'count',
  'unit',
  'max',
  'approver',
  'basis',
  'replaceable',
  'shared',
  'reuse',
  'months',
  'certificateOf',
  'unitFrom',
  'lapse',
  'assumption',
  'stops',
  'exclusionBasis',
  'source',
  'cite',
  'requiredBy',
  'approvedBy',
  'params',
  'outcomes',
  'at',
  'level',
  'to',
];

/** A definition as the text people edit: two spaces, keys in the order of reading, nothing left out. */
export function flowJson(definition: FlowDefinition): string {
  const keys = new Set(order);
  // The first pass only meets the keys, so that the list of the second keeps every one of them.
  JSON.stringify(definition, (key, value: unknown) => {
    keys.add(key);
    return value;
  });
  return JSON.stringify(definition, [...keys], 2);
}
