import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compose, isIncomplete, readIncomplete } from '../../domain/documents/compose.ts';
import { createRenderer } from '../../server/documents/renderer.ts';
import { stockSealer } from '../../server/documents/sealer.ts';
import { demoPapers } from './demo-papers.ts';

/** `npm run papers -- FOLDER`: every document of the demo as PDF, to be looked at (`pdftoppm -r 60 -png`). */
const folder = process.argv[2] ?? 'papers';
mkdirSync(folder, { recursive: true });
const renderer = createRenderer({ fontDir: process.argv[3] ?? null });
const sealNote = stockSealer('papers').note;
for (const { name, kind, source } of demoPapers()) {
  const content = compose(kind, source);
  if (isIncomplete(content)) {
    process.stdout.write(`${name}: ${readIncomplete(content)}\n`);
    continue;
  }
  const check = {
    url: `https://example.org/check?no=${encodeURIComponent(name)}&code=ABCDE12345`,
    code: 'ABCDE-12345',
  };
  const { bytes } = await renderer.render({ content, draft: false, check, sealNote, mark: null });
  writeFileSync(join(folder, `${kind}-${name}.pdf`), bytes);
}
await renderer.close();
