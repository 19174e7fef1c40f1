import { create } from 'qrcode';

/** A QR code as SVG, one path: the same text gives the same picture. Quiet zone of four modules. */
export function qrSvg(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dark: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x)) dark.push(`M${x + 4} ${y + 4}h1v1h-1z`);
  }
  const side = modules.size + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d="${dark.join('')}"/></svg>`;
}
