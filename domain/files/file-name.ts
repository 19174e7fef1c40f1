import { fileKinds } from './kinds.ts';
import type { FileKind } from './kinds.ts';

/** What a system reads as a part of a path, a stream, a wildcard or a quote. */
// oxlint-disable-next-line no-control-regex
const unsafe = /[\\/:*?"<>|%\u0000-\u001f\u007f]/gu;
/** Devices of Windows, whatever their extension. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const longest = 120;

/**
 * The name under which a file is saved: no path, no device, no hidden file, and with an extension of what the bytes are, so that no
 * system opens it as something else.
 */
export function savedName(name: string, kind: FileKind): string {
  const cleaned = name
    .normalize('NFC')
    .replaceAll(unsafe, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '');
  const { extensions } = fileKinds[kind];
  const extension = /\.([a-z0-9]{1,5})$/i.exec(cleaned)?.[1]?.toLowerCase() ?? '';
  const fits = extensions.some((one) => one === extension);
  const stem = fits ? cleaned.slice(0, -extension.length - 1) : cleaned;
  const short = [...(stem === '' ? 'file' : stem)].slice(0, longest).join('');
  return `${devices.test(short) ? '_' : ''}${short}.${fits ? extension : extensions[0]}`;
}

/** The header Content-Disposition (RFC 6266): the name as UTF-8, and for old clients in ASCII. */
export function dispositionOf(how: 'attachment' | 'inline', name: string): string {
  const ascii = name.replaceAll(/[^\u0020-\u007e]/gu, '_').replaceAll(/["\\]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
