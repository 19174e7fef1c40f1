import { readFileSync, writeFileSync } from 'node:fs';
import { configSchema, expectationOf } from '../server/config.ts';

const start = '<!-- config:start -->';
const end = '<!-- config:end -->';

/** The Markdown table of all configuration keys, generated from `configSchema`. */
export function configTable(): string {
  const rows = Object.entries(configSchema.properties).map(([key, schema]) => {
    const options: Record<string, unknown> = { ...schema };
    const fallback = options['default'] === undefined ? '-' : `\`${String(options['default'])}\``;
    return `| \`${key}\` | ${fallback} | ${expectationOf(schema)} | ${String(options['description'])} |`;
  });
  return ['| key | default | value | what it does |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** `readme` with the table between its two markers; null when a marker is missing. */
export function withTable(readme: string): string | null {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) return null;
  return `${readme.slice(0, from + start.length)}\n\n${configTable()}\n\n${readme.slice(to)}`;
}

function main(check: boolean): number {
  const readme = readFileSync('README.md', 'utf8');
  const wanted = withTable(readme);
  if (wanted === null) {
    process.stderr.write(`README.md: expected the markers ${start} and ${end}, but found none\n`);
    return 1;
  }
  if (wanted === readme) return 0;
  if (check) {
    process.stderr.write('README.md: the table of configuration keys is old; run tools/config-table.ts\n');
    return 1;
  }
  writeFileSync('README.md', wanted);
  return 0;
}

if (process.argv[1]?.endsWith('config-table.ts') === true) process.exitCode = main(process.argv.includes('--check'));
