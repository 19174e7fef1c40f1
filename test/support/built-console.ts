import { buildConsole } from '../../server/launcher/build-console.ts';

/** Before the tier that opens browsers: two files at once would both build it. */
export default async function setup(): Promise<void> {
  await buildConsole((line) => console.log(line));
}
