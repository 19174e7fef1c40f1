import type { English } from '../words.ts';
import type { servingArea } from '../serving.ts';

export const serving = {
  toCollect: 'The applicant is to collect it: told on {{day}}, and the time to deliver was kept.',
  posted: 'Posted on {{day}}: it counts as served on the day of its receipt.',
  returned: 'The post came back on {{day}}: serve it another way.',
  failed: 'A try on {{day}} failed: serve it another way.',
  announced: 'Being announced until {{day}}: record the service after that day.',
  told: 'Told since {{since}}, {{count}} times.',
  where: 'Where: {{where}}.',
  by: 'By {{day}}.',
  post: '{{carrier}}, No. {{no}}.',
  tries: 'Tries that failed: {{count}}.',
  listStage: 'Service',
  listSince: 'Since',
  listTold: 'Times told',
  listUntil: 'Announced until',
  listHandOut: 'Hand out',
  yourToCollect: 'To be collected by you',
  yourToCollectFrom: 'Ready since {{day}}',
  yourToCollectAt: 'Where: {{where}}',
  yourToCollectBy: 'Please collect it by {{day}}',
  yourToCollectSelf: 'Bring a valid identity document and the receipt of your application.',
  yourToCollectAgent:
    'Who collects it for you also brings a power of attorney that says so, and a valid identity document of their own.',
  yourPosted: 'The result was posted',
  yourPostedOn: 'Posted on {{day}}; it counts as served on the day of its receipt. ',
  yourPostedBy: 'Carrier: {{carrier}}, No. {{no}}.',
  yourAnnounced: 'The result is being announced',
  yourAnnouncedUntil: 'It counts as served once the announcement is over on {{day}}; until then it can be collected.',
  yourNotServed: 'The result could not be served',
  yourNotServedNow: 'It could not be served on {{day}}. Please ask the department and check your address.',
} as const satisfies English<typeof servingArea>;
