import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';

const [width, height] = [620, 877];

/** A PNG that looks like a written page of A4: what a document camera would see. */
export function pagePicture(): Buffer {
  const rows = Buffer.alloc((width + 1) * height, 0xff);
  for (let y = 0; y < height; y += 1) {
    // Each row begins with how it is packed: as it is.
    rows[y * (width + 1)] = 0;
    const isLine = y > 120 && y < 760 && y % 32 < 8;
    if (isLine) rows.fill(0x40, y * (width + 1) + 80, y * (width + 1) + (y % 5 === 0 ? 420 : 540));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits of grey.
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
