import { tellReady, whenLauncherGone } from '../../../server/launcher/parent.ts';

/** A child for processes.int.test.ts: `MODE` says whether it works, refuses its configuration or hangs. */
const mode = process.env['MODE'];
if (mode === 'refuse') {
  process.stderr.write('PORT: expected a port\n');
  process.exit(78);
}
const ticking = setInterval(() => undefined, 1_000);
process.stdout.write(`working as ${mode}\n`);
process.once('SIGTERM', () => {
  clearInterval(ticking);
  process.stdout.write('stopping in order\n');
});
whenLauncherGone(() => process.exit(0));
if (mode === 'work') tellReady();
