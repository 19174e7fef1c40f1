import type { Bytes } from './bytes.ts';
import { hasAt, numberAt } from './bytes.ts';
import { listCompound } from './cfb.ts';
import type { FileKind, NotTaken } from './kinds.ts';
import { listZip } from './zip.ts';
import type { ZipList } from './zip.ts';

/** What bytes are, or why they are not taken. */
export type Sniffed = { readonly kind: FileKind } | { readonly refused: NotTaken };

/** So many first bytes tell whether a file can be one of the kinds that are taken. */
export const headLength = 32;

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const archives: readonly (readonly number[] | string)[] = [
  'Rar!',
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  [0x1f, 0x8b],
  'BZh',
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  'PK\u0005\u0006',
];
/** A bitmap says the size of its second header; other files that begin with BM do not have one of these there. */
const bitmapHeaders = [12, 40, 52, 56, 108, 124];
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1'];
/** Documents of an application unpack to tens of megabytes; one that says more is there to fill a disk. */
const mostUnpacked = 1_073_741_824;

/** A kind by its first bytes alone; `zip` and `compound` need a look inside. */
function begins(head: Uint8Array): FileKind | 'zip' | 'compound' | null {
  if (hasAt(head, 0, '%PDF-')) return 'pdf';
  if (hasAt(head, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (hasAt(head, 0, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (hasAt(head, 0, 'GIF87a') || hasAt(head, 0, 'GIF89a')) return 'gif';
  if (hasAt(head, 0, 'RIFF') && hasAt(head, 8, 'WEBP')) return 'webp';
  if (hasAt(head, 0, 'BM') && bitmapHeaders.includes(numberAt(head, 14, 4))) return 'bmp';
  if (hasAt(head, 0, [0x49, 0x49, 0x2a, 0]) || hasAt(head, 0, [0x4d, 0x4d, 0, 0x2a])) return 'tiff';
  if (hasAt(head, 4, 'ftyp') && heicBrands.some((brand) => hasAt(head, 8, brand))) return 'heic';
  if (hasAt(head, 0, 'PK\u0003\u0004')) return 'zip';
  return hasAt(head, 0, compound) ? 'compound' : null;
}

/** Whether the first bytes already say that a file will not be taken; null: the whole is to be looked at. */
export function refusedByHead(head: Uint8Array): NotTaken | null {
  if (begins(head) !== null) return null;
  return archives.some((mark) => hasAt(head, 0, mark)) ? 'archive' : 'unknown';
}

/** Tells what a file is by its bytes. Containers are listed, never unpacked. */
export async function sniff(bytes: Bytes): Promise<Sniffed> {
  const head = await bytes.read(0, headLength);
  const begun = begins(head);
  if (begun === null) return { refused: refusedByHead(head) ?? 'unknown' };
  if (begun === 'zip') return ofZip(await listZip(bytes));
  if (begun === 'compound') return ofCompound(await listCompound(bytes));
  return { kind: begun };
}

function ofZip(list: ZipList | null): Sniffed {
  if (list === null) return { refused: 'broken' };
  const names = list.names.map((name) => name.toLowerCase());
  const kind = kindOfParts(names);
  if (kind === null) return { refused: names.includes(officeList) ? 'unknown' : 'archive' };
  if (names.some((name) => name.endsWith('vbaproject.bin') || name.includes('macrosheets/')))
    return { refused: 'macros' };
  if (list.locked) return { refused: 'locked' };
  const leaves = names.some((name) => name.startsWith('/') || name.split(/[\\/]/).includes('..'));
  return leaves || list.unpacked > mostUnpacked ? { refused: 'broken' } : { kind };
}

/** Every document of Office from 2007 on has it. */
const officeList = '[content_types].xml';

function kindOfParts(names: readonly string[]): FileKind | null {
  if (names.includes('ofd.xml')) return 'ofd';
  if (!names.includes(officeList)) return null;
  if (names.includes('word/document.xml')) return 'docx';
  if (names.includes('xl/workbook.xml')) return 'xlsx';
  return names.includes('ppt/presentation.xml') ? 'pptx' : null;
}

const macroStorages = ['Macros', 'VBA', '_VBA_PROJECT', '_VBA_PROJECT_CUR'];

function ofCompound(names: readonly string[] | null): Sniffed {
  if (names === null) return { refused: 'broken' };
  if (names.includes('EncryptedPackage')) return { refused: 'locked' };
  if (names.some((name) => macroStorages.includes(name))) return { refused: 'macros' };
  if (names.includes('WordDocument')) return { kind: 'doc' };
  if (names.includes('Workbook') || names.includes('Book')) return { kind: 'xls' };
  return names.includes('PowerPoint Document') ? { kind: 'ppt' } : { refused: 'unknown' };
}
