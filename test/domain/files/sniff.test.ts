import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileKinds } from '../../../domain/files/kinds.ts';
import { refusedByHead, sniff } from '../../../domain/files/sniff.ts';
import { bytesOf, compound, office, pdf, png, samples, zip } from '../../support/file-samples.ts';

const told = async (all: Uint8Array) => sniff(bytesOf(all));

describe('a file', () => {
  it('is told by its bytes, one sample of each kind that is taken', async () => {
    expect(Object.keys(samples).toSorted()).toEqual(Object.keys(fileKinds).toSorted());
    for (const [kind, all] of Object.entries(samples)) {
      expect([kind, await told(all), refusedByHead(all.subarray(0, 32))]).toEqual([kind, { kind }, null]);
    }
  });

  it('is not taken as an archive, a program, a page, a picture with scripts or plain text', async () => {
    const refused: readonly (readonly [string, Uint8Array])[] = [
      ['archive', zip(['a.txt', 'b/c.pdf'])],
      ['archive', zip([])],
      ['archive', Buffer.from('Rar!\u001a\u0007\u0001\0' + '\0'.repeat(40), 'latin1')],
      ['archive', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, ...Buffer.alloc(40)])],
      ['archive', Buffer.from([0x1f, 0x8b, ...Buffer.alloc(40)])],
      ['unknown', Buffer.from('MZ' + '\0'.repeat(40))],
      ['unknown', Buffer.from('\u007fELF' + '\0'.repeat(40))],
      ['unknown', Buffer.from('<!DOCTYPE html><script>alert(1)</script>')],
      ['unknown', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
      ['unknown', Buffer.from('申请书'.repeat(20))],
      ['unknown', Buffer.from(' %PDF-1.7 after a blank, so a page could come before it')],
      ['unknown', Buffer.from('BM is how this text begins, and it is no bitmap')],
      ['unknown', Buffer.alloc(0)],
      ['unknown', compound(['MsiStream'])],
      ['unknown', zip(['[Content_Types].xml', 'xl/workbook.bin'])],
    ];
    for (const [why, all] of refused) expect([why, await told(all)]).toEqual([why, { refused: why }]);
  });

  it('is not taken with macros, in either container, however they are written', async () => {
    const macros = [
      office('word/document.xml', 'word/vbaProject.bin'),
      office('xl/workbook.xml', 'xl/VBAPROJECT.BIN'),
      office('xl/workbook.xml', 'xl/macrosheets/sheet1.xml'),
      compound(['WordDocument', 'Macros', 'VBA', '_VBA_PROJECT']),
      compound(['Workbook', '_VBA_PROJECT_CUR']),
    ];
    for (const all of macros) expect(await told(all)).toEqual({ refused: 'macros' });
  });

  it('is not taken where it opens with a password only', async () => {
    expect(await told(compound(['EncryptionInfo', 'EncryptedPackage']))).toEqual({ refused: 'locked' });
    expect(await told(office('word/document.xml', { name: 'a', locked: true }))).toEqual({ refused: 'locked' });
  });

  it('is not taken where it unpacks to more than any document, or out of its folder', async () => {
    const bomb = ['a', 'b', 'c', 'd'].map((name) => ({ name, unpacked: 0x20000000 }));
    for (const all of [
      office('word/document.xml', ...bomb),
      office('word/document.xml', '../../etc/cron.d/a'),
      office('word/document.xml', '/etc/passwd'),
      office('word/document.xml', '..\\a'),
    ])
      expect(await told(all)).toEqual({ refused: 'broken' });
  });

  it('is not taken where it is cut or lies about its own length', async () => {
    const whole = office('word/document.xml');
    expect(await told(whole.subarray(0, whole.length - 10))).toEqual({ refused: 'broken' });
    const lying = Buffer.from(whole);
    lying.writeUInt32LE(0xfffffff0, lying.length - 6);
    expect(await told(lying)).toEqual({ refused: 'broken' });
    const counts = Buffer.from(whole);
    counts.writeUInt16LE(9, counts.length - 12);
    expect(await told(counts)).toEqual({ refused: 'broken' });
    const doc = compound(['WordDocument', 'a', 'b', 'c', 'd']);
    expect(await told(doc.subarray(0, 1_024))).toEqual({ refused: 'broken' });
    expect(await told(compound(['WordDocument', 'a', 'b', 'c', 'd'], () => 1))).toEqual({ refused: 'broken' });
  });

  it('is what its end says though another format stands before or behind it', async () => {
    expect(await told(Buffer.concat([pdf(), zip(['evil.exe'])]))).toEqual({ kind: 'pdf' });
    expect(await told(Buffer.concat([Buffer.from('MZ'), office('word/document.xml')]))).toEqual({ refused: 'unknown' });
    expect(await told(Buffer.concat([office('word/document.xml'), zip(['evil.exe'])]))).toEqual({ refused: 'broken' });
  });

  it('never fails, whatever the bytes behind its head are', async () => {
    const heads = [
      samples.docx.subarray(0, 30),
      samples.doc.subarray(0, 512),
      samples.doc.subarray(0, 60),
      png,
      pdf(20),
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 3_000 }), async (head, rest) => {
        const found = await told(Buffer.concat([head, rest]));
        expect('kind' in found || 'refused' in found).toBe(true);
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.values(samples)), fc.nat(), fc.nat(255), async (all, at, value) => {
        const spoiled = Buffer.from(all);
        spoiled[at % spoiled.length] = value;
        await told(spoiled);
      }),
    );
  });
});
