import type { papersArea } from '../papers.ts';
import type { English } from '../words.ts';

export const papers = {
  none: 'No documents yet.',
  notYours: 'You do not handle this case and cannot see its documents.',
  kind: 'Document',
  number: 'Number',
  noNumber: 'bears none',
  on: 'Dated',
  basis: 'Basis',
  prints: 'Prints',
  printed: 'printed {{count}} times, last {{time}}',
  notPrinted: 'not printed',
  missing: 'cannot be made yet, it lacks: {{fields}}',
  view: 'View',
  viewOf: 'View {{title}}',
  print: 'Print',
  printOf: 'Print {{title}}',
  again: 'Print again',
  againOf: 'Print {{title}} again',
  register: 'After the first print each one is marked 补打 and entered into the register.',
  acts: 'Acts',
} as const satisfies English<typeof papersArea>;
