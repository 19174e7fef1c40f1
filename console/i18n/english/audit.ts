import type { English } from '../words.ts';
import type { auditArea } from '../audit.ts';

export const audit = {
  title: 'Audit',
  kind: 'Kind',
  allKinds: 'All kinds',
  who: 'By',
  login: 'Login of who did it',
  days: 'Days',
  from: 'From',
  to: 'To (included)',
  about: 'About',
  address: 'Address',
  id: 'Entry',
} as const satisfies English<typeof auditArea>;
