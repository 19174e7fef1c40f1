import { describe, expect, it } from 'vitest';
import { configSchema, loadConfig } from '../../server/config.ts';
import { configTable, withTable } from '../../tools/config-table.ts';

const secret = '0123456789abcdef0123456789abcdef';

describe('configuration', () => {
  it('needs nothing in development', () => {
    const loaded = loadConfig({});
    expect(loaded).toMatchObject({
      ok: true,
      config: { NODE_ENV: 'development', PORT: 8080, HOST: '127.0.0.1', DEMO: true, TEMPORAL_NAMESPACE: 'shixian' },
    });
  });

  it('lists every mistake at once', () => {
    const loaded = loadConfig({
      PORT: '80x',
      DEMO: 'perhaps',
      LOG_LEVEL: 'loud',
      TEMPORAL_ADDRESS: 'http://x',
      HOST: 'h',
    });
    expect(loaded).toEqual({
      ok: false,
      mistakes: [
        'PORT: expected an integer from 1 to 65535, but found "80x"',
        'TEMPORAL_ADDRESS: expected an address like host:7233, but found "http://x"',
        'DEMO: expected true or false, but found "perhaps"',
        'LOG_LEVEL: expected one of trace, debug, info, warn, error, fatal, silent, but found "loud"',
      ],
    });
  });

  it.each(['0', '65536', '80.5', '1e3', '-1'])('refuses the port %s', (PORT) => {
    expect(loadConfig({ PORT }).ok).toBe(false);
  });

  it('never repeats a secret', () => {
    const loaded = loadConfig({ SESSION_SECRET: 'hunter2', DATABASE_URL: 'mysql://u:hunter2@h/d' });
    expect(loaded.ok).toBe(false);
    expect(JSON.stringify(loaded)).not.toContain('hunter2');
  });

  it('demands an outside database, Temporal and secret in production, and no demo', () => {
    const loaded = loadConfig({ NODE_ENV: 'production', DEMO: 'true' });
    expect(loaded).toEqual({
      ok: false,
      mistakes: [
        'DATABASE_URL: expected a value in production, but found none',
        'TEMPORAL_ADDRESS: expected a value in production, but found none',
        'SESSION_SECRET: expected a value in production, but found none',
        'PUBLIC_URL: expected a value in production, but found none',
        'FILES_DIR: expected a path from / in production, the same for each release, but found none',
        'DEMO: expected false in production, but found true',
      ],
    });
  });

  it('switches the demo off in production', () => {
    const loaded = loadConfig({
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://u:p@h/d',
      TEMPORAL_ADDRESS: 'temporal:7233',
      SESSION_SECRET: secret,
      PUBLIC_URL: 'http://intranet',
      FILES_DIR: '/srv/shixian/files',
    });
    expect(loaded).toMatchObject({ ok: true, config: { DEMO: false } });
  });

  it.each(['.data/files', './files', 'files'])(
    'wants files in production where the next release finds them, not in %s',
    (FILES_DIR) => {
      const given = { DATABASE_URL: 'postgres://u:p@h/d', TEMPORAL_ADDRESS: 'h:7233', SESSION_SECRET: secret };
      const loaded = loadConfig({ ...given, NODE_ENV: 'production', PUBLIC_URL: 'http://intranet', FILES_DIR });
      expect(loaded).toEqual({ ok: false, mistakes: [expect.stringMatching(/^FILES_DIR: expected a path from \//)] });
      expect(loadConfig({ ...given, FILES_DIR }).ok).toBe(true);
    },
  );

  it('fault D11: refuses in production a secret of equal characters and no address of its own', () => {
    const given = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://u:p@h/d',
      TEMPORAL_ADDRESS: 'temporal:7233',
      FILES_DIR: '/srv/shixian/files',
    };
    const loaded = loadConfig({ ...given, SESSION_SECRET: 'x'.repeat(40) });
    expect(loaded).toEqual({
      ok: false,
      mistakes: [
        'PUBLIC_URL: expected a value in production, but found none',
        'SESSION_SECRET: expected at least 10 different characters, but found fewer',
      ],
    });
  });

  it('fault D5: believes no proxy that is not named, and wants it named where people come by TLS', () => {
    expect(loadConfig({})).toMatchObject({ ok: true, config: expect.not.objectContaining({ TRUSTED_PROXIES: '' }) });
    expect(loadConfig({ PUBLIC_URL: 'https://shixian.example.org' })).toMatchObject({
      ok: false,
      mistakes: [expect.stringMatching(/^TRUSTED_PROXIES: expected the address of the proxy/)],
    });
    const named = { PUBLIC_URL: 'https://shixian.example.org', TRUSTED_PROXIES: '10.0.0.5,fd00::/8' };
    expect(loadConfig(named)).toMatchObject({ ok: true });
    expect(loadConfig({ TRUSTED_PROXIES: 'everybody' }).ok).toBe(false);
  });

  it('tells a given port from the default one and takes an empty value for none', () => {
    expect(loadConfig({ PORT: '8080', HOST: '' })).toMatchObject({ ok: true, given: new Set(['PORT']) });
    expect(loadConfig({ PORT: ' ' })).toMatchObject({ ok: true, given: new Set(), config: { PORT: 8080 } });
  });

  it('is frozen', () => {
    const loaded = loadConfig({});
    expect(loaded.ok && Object.isFrozen(loaded.config)).toBe(true);
  });
});

describe('the table in the README', () => {
  it('has one row for each key', () => {
    for (const key of Object.keys(configSchema.properties)) expect(configTable()).toContain(`| \`${key}\` |`);
  });

  it('goes between the markers and leaves the rest alone', () => {
    const once = withTable('before\n<!-- config:start -->old<!-- config:end -->\nafter');
    expect(once).toContain(configTable());
    expect(once?.startsWith('before\n')).toBe(true);
    expect(once?.endsWith('\nafter')).toBe(true);
    expect(withTable(once ?? '')).toBe(once);
    expect(withTable('no markers')).toBeNull();
  });
});
