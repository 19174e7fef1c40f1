import { describe, expect, it } from 'vitest';
import { dispositionOf, savedName } from '../../../domain/files/file-name.ts';

describe('the name a file is saved under', () => {
  it('stays as it was written, in any script', () => {
    for (const name of ['取水申请书（盖章）.pdf', 'ᠮᠣᠩᠭᠣᠯ.pdf', 'བོད་ཡིག.pdf', 'تەكشۈرۈش.pdf', 'Ünïcödé 2.PDF'])
      expect(savedName(name, 'pdf').toLowerCase()).toBe(name.normalize('NFC').toLowerCase());
  });

  it('leads nowhere, hides nothing and names no device', () => {
    expect(savedName('../../etc/passwd.pdf', 'pdf')).toBe('_.._etc_passwd.pdf');
    expect(savedName('C:\\Windows\\a*?"<>|%.pdf', 'pdf')).toBe('C__Windows_a_______.pdf');
    expect(savedName('.htaccess', 'pdf')).toBe('htaccess.pdf');
    expect(savedName('CON.pdf', 'pdf')).toBe('_CON.pdf');
    expect(savedName('...', 'png')).toBe('file.png');
  });

  it('ends as its bytes are, so that no system opens it as something else', () => {
    expect(savedName('发票.exe', 'pdf')).toBe('发票.exe.pdf');
    expect(savedName('照片.JPG', 'jpeg')).toBe('照片.jpg');
    expect(savedName('照片.jpg', 'png')).toBe('照片.jpg.png');
    expect([...savedName('长'.repeat(500), 'docx')].length).toBe(125);
  });

  it('goes into a header that nothing splits', () => {
    expect(dispositionOf('attachment', '取水"申请\\书\'().pdf')).toBe(
      `attachment; filename="_______'().pdf"; filename*=UTF-8''%E5%8F%96%E6%B0%B4%22%E7%94%B3%E8%AF%B7%5C%E4%B9%A6%27%28%29.pdf`,
    );
    expect(dispositionOf('inline', 'a\r\nset-cookie: b')).not.toMatch(/[\r\n]/);
  });
});
