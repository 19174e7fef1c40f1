import type { devicesArea } from '../devices.ts';
import type { English } from '../words.ts';

export const devices = {
  readCard: 'Read the identity card',
  readCardOf: 'Read the identity card: {{of}}',
  layCard: 'Please lay the identity card on the reader…',
  picture: 'Document camera',
  pictureFor: 'Take with the document camera: {{material}}',
  noBridge:
    'The devices of this machine ({{address}}) do not answer. Please see that the device bridge runs, or type it in.',
  noDevice: 'This machine has no such device. Please look at its cable, or type it in.',
  nothingThere: 'No card was read. Please lay it flat on the reader and try again.',
  unreadable: 'What the device gave cannot be read. Please try again, or type it in.',
} as const satisfies English<typeof devicesArea>;
