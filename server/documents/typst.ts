import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { root } from '../root.ts';

const templates = join(root, 'server/documents/templates');
/** Archival and readable by machines for the blind: everything embedded, tagged, nothing that runs. */
const standard = 'a-2a';
/** Results that so many later documents did not use are forgotten. */
const keptFor = 10;

/** Sets documents with Typst, in this thread: some milliseconds each, and some hundred for the first. */
export interface Typesetter {
  /** A PDF of a template and the words for it: the same words give the same bytes. @throws Error when the template does not take them */
  pdf(template: string, sheet: object): Buffer;
}

/** Opens Typst with the fonts of the product and, before them, those of a folder (`FONT_DIR`); it reads no file outside `templates`. */
export function openTypesetter(fontDir: string | null): Typesetter {
  const fontPaths = [...(fontDir === null ? [] : [fontDir]), ...ownFonts()];
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths }] });
  return {
    pdf: (template, sheet) => {
      const inputs = { sheet: JSON.stringify(sheet) };
      try {
        return compiler.pdf({ mainFilePath: join(templates, `${template}.typ`), inputs }, { pdfStandard: standard });
      } finally {
        compiler.evictCache(keptFor);
      }
    },
  };
}

/** Noto Serif SC (OFL), in the two weights that are used. */
function ownFonts(): readonly string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
  return ['400Regular', '700Bold'].map((weight) => join(folder, weight));
}
