import { serversFor } from './shared-servers.ts';

/** Before the browser tier: PostgreSQL and Temporal as `npm start` has them, for the copies of all its files. */
export default async function startServers(): Promise<() => Promise<void>> {
  return serversFor({ testMode: false });
}
