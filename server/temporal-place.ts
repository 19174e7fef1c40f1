import { readFileSync } from 'node:fs';
import type { TLSConfig } from '@temporalio/client';
import type { Config } from './config.ts';
import { launchError, misconfigured } from './launcher/launch-error.ts';

/** Where Temporal is and how one gets in there: plain on one machine; TLS, a certificate of one's own and a token elsewhere. */
export interface TemporalPlace {
  readonly address: string;
  readonly tls: TLSConfig | null;
  /** Sent as `Authorization: Bearer ...`. */
  readonly apiKey?: string;
}

/**
 * The place that the settings name. Any TEMPORAL_TLS_* turns TLS on.
 * @throws exit 78 when a file of a certificate cannot be read
 */
export function temporalOf(config: Config): TemporalPlace {
  const { TEMPORAL_TOKEN: apiKey, TEMPORAL_ADDRESS: address = '127.0.0.1:7233' } = config;
  return { address, tls: tlsOf(config), ...(apiKey === undefined ? {} : { apiKey }) };
}

function tlsOf(config: Config): TLSConfig | null {
  const { TEMPORAL_TLS_SERVER_NAME: name } = config;
  const [ca, crt, key] = (['TEMPORAL_TLS_CA', 'TEMPORAL_TLS_CERT', 'TEMPORAL_TLS_KEY'] as const).map((setting) =>
    readGiven(config, setting),
  );
  if (!config.TEMPORAL_TLS && [name, ca, crt, key].every((one) => one === undefined)) return null;
  return {
    ...(name === undefined ? {} : { serverNameOverride: name }),
    ...(ca === undefined ? {} : { serverRootCACertificate: ca }),
    ...(crt === undefined || key === undefined ? {} : { clientCertPair: { crt, key } }),
  };
}

function readGiven(
  config: Config,
  setting: 'TEMPORAL_TLS_CA' | 'TEMPORAL_TLS_CERT' | 'TEMPORAL_TLS_KEY',
): Buffer | undefined {
  const path = config[setting];
  if (path === undefined) return undefined;
  try {
    return readFileSync(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw launchError(misconfigured, `${setting}: expected a file that can be read, but found: ${why}`);
  }
}
