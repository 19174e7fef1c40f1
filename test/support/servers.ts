import { obtainServers } from '../../tools/servers.ts';

/** Before the tiers that need servers: also one file run by hand on a fresh machine builds them here, where no timeout of a hook runs. */
export default async function setup(): Promise<void> {
  await obtainServers((line) => console.log(line));
}
