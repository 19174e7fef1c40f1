import { byForm } from './by-form.ts';
import { called } from './called.ts';
import { confirmed } from './confirmed.ts';
import { granted } from './granted.ts';
import { handed } from './handed.ts';
import { heard } from './heard.ts';
import { late } from './late.ts';
import { notNeeded } from './not-needed.ts';
import { moved } from './moved.ts';
import { notSuppliedLater } from './not-supplied-later.ts';
import { onWord } from './on-word.ts';
import { onPaper, turnedDown } from './on-paper.ts';
import { passedOn } from './passed-on.ts';
import { proposed } from './proposed.ts';
import { reported } from './reported.ts';
import { revocationServed, revoked, revokedAbove } from './revoked.ts';
import type { Script } from './script.ts';
import { announced, toCollect } from './served.ts';
import { silent } from './silent.ts';
import { stated } from './stated.ts';
import { supplied } from './supplied.ts';
import { undertaken } from './undertaken.ts';
import { unsupplied } from './unsupplied.ts';
import { verified } from './verified.ts';
import { waived } from './waived.ts';
import { withdrawn } from './withdrawn.ts';

/** Every script by the name that `npm run history:add` takes. */
export const scripts: Readonly<Record<string, Script>> = {
  announced,
  byForm,
  called,
  confirmed,
  granted,
  handed,
  heard,
  late,
  moved,
  notNeeded,
  notSuppliedLater,
  onPaper,
  onWord,
  passedOn,
  proposed,
  reported,
  revocationServed,
  revoked,
  revokedAbove,
  silent,
  stated,
  supplied,
  toCollect,
  turnedDown,
  undertaken,
  unsupplied,
  verified,
  waived,
  withdrawn,
};
