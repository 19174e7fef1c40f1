import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDateOf } from '../../domain/clock/civil-date.ts';
import { composeWorking } from '../../domain/documents/working/index.ts';
import { workingPapers } from '../../domain/documents/working/names.ts';
import { layoutsOf } from '../../domain/documents/layout.ts';
import { compose, isIncomplete, readIncomplete } from '../../domain/documents/compose.ts';
import { createRenderer } from '../../server/documents/renderer.ts';
import { stockSealer } from '../../server/documents/sealer.ts';
import { demoPapers } from './demo-papers.ts';
import { servedBy, servedSource } from './served-scenes.ts';

/** `npm run papers -- FOLDER`: every document of the demo, and a return of service in each mode, as PDF, to be looked at (`pdftoppm -r 60 -png`). */
const folder = process.argv[2] ?? 'papers';
mkdirSync(folder, { recursive: true });
const renderer = createRenderer({ fontDir: process.argv[3] ?? null });
const sealNote = stockSealer('papers').note;
const working = demoPapers()
  .filter(({ kind }) => ['receipt', 'grantDecision', 'refusalDecision'].includes(kind))
  .filter((_one, nth) => nth % 20 === 0);
for (const { name, source } of working) {
  for (const paper of workingPapers) {
    const content = composeWorking(paper, source, civilDateOf(source.fact.at));
    const { bytes } = await renderer.render({ content, draft: false, check: null, sealNote: null, mark: null });
    writeFileSync(join(folder, `${paper}-${name}.pdf`), bytes);
  }
}
const served = servedBy.map((by) => ({ name: by, kind: 'serviceReturn', source: servedSource(by) }) as const);
for (const { name, kind, source } of [...demoPapers(), ...served]) {
  const content = compose(kind, source);
  if (isIncomplete(content)) {
    process.stdout.write(`${name}: ${readIncomplete(content)}\n`);
    continue;
  }
  const check = {
    url: `https://example.org/check?no=${encodeURIComponent(name)}&code=ABCDE12345`,
    code: 'ABCDE-12345',
  };
  for (const layout of layoutsOf(kind)) {
    const { bytes } = await renderer.render({ content, draft: false, check, sealNote, mark: null, layout });
    writeFileSync(join(folder, `${kind}-${name}${layout === 'a4' ? '' : `-${layout}`}.pdf`), bytes);
  }
}
await renderer.close();
