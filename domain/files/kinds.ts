import type { Said } from '../words/said.ts';

/** A kind of file that is taken. `extensions`: the first is given to a name that has none of them. */
interface Kind {
  readonly title: Said;
  readonly mediaType: string;
  readonly extensions: readonly string[];
  /** What shows it on a page; null: it is only saved. */
  readonly preview: 'image' | 'pdf' | null;
}

const image = (name: string, mediaType: string, extensions: readonly string[]) =>
  ({
    title: { zh: `${name} 图片`, en: `${name} image` },
    mediaType,
    extensions,
    preview: 'image',
  }) as const satisfies Kind;

/** Everything that may be kept as a file of a case. Archives, programs and pages are not among them. */
export const fileKinds = {
  pdf: {
    title: { zh: 'PDF 文档', en: 'PDF document' },
    mediaType: 'application/pdf',
    extensions: ['pdf'],
    preview: 'pdf',
  },
  png: image('PNG', 'image/png', ['png']),
  jpeg: image('JPEG', 'image/jpeg', ['jpg', 'jpeg']),
  gif: image('GIF', 'image/gif', ['gif']),
  webp: image('WebP', 'image/webp', ['webp']),
  bmp: image('BMP', 'image/bmp', ['bmp']),
  // No browser of an office shows these two.
  tiff: { ...image('TIFF', 'image/tiff', ['tif', 'tiff']), preview: null },
  heic: { ...image('HEIC', 'image/heic', ['heic', 'heif']), preview: null },
  ofd: {
    title: { zh: 'OFD 版式文档', en: 'OFD document' },
    mediaType: 'application/ofd',
    extensions: ['ofd'],
    preview: null,
  },
  doc: office('Word', 'msword', ['doc', 'wps']),
  docx: office('Word', 'vnd.openxmlformats-officedocument.wordprocessingml.document', ['docx']),
  xls: office('Excel', 'vnd.ms-excel', ['xls', 'et']),
  xlsx: office('Excel', 'vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['xlsx']),
  ppt: office('PowerPoint', 'vnd.ms-powerpoint', ['ppt', 'dps']),
  pptx: office('PowerPoint', 'vnd.openxmlformats-officedocument.presentationml.presentation', ['pptx']),
} as const satisfies Readonly<Record<string, Kind>>;

export type FileKind = keyof typeof fileKinds;

/** Why bytes are not taken, in words for who brought them. */
export const notTaken = {
  unknown: {
    zh: '只收 PDF、图片、Word、Excel、PowerPoint 和 OFD 文件，请换一种格式。',
    en: 'PDF, images, Word, Excel, PowerPoint and OFD are taken',
  },
  archive: {
    zh: '不收压缩包，请解压后逐个上传。',
    en: 'archives are not taken; unpack it and upload what is in it',
  },
  macros: {
    zh: '文件含有宏，请另存为不含宏的文件后上传。',
    en: 'the file has macros; save it without them',
  },
  locked: {
    zh: '文件设有打开密码，请去掉密码后上传。',
    en: 'the file opens with a password only; save it without',
  },
  broken: {
    zh: '文件不完整或者已损坏，请核对后重新上传。',
    en: 'the file is not whole',
  },
} as const satisfies Readonly<Record<string, Said>>;

export type NotTaken = keyof typeof notTaken;

function office<const E extends readonly string[]>(name: string, mediaType: string, extensions: E) {
  return {
    title: { zh: `${name} 文件`, en: `${name} file` },
    mediaType: `application/${mediaType}`,
    extensions,
    preview: null,
  } as const satisfies Kind;
}
