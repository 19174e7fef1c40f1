import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, openTestApi, password } from '../support/api.ts';
import type { TestApi } from '../support/api.ts';
import { blockOf } from '../../server/guesses.ts';
import { cookiesOf, openBrowser, trySignIn } from '../support/sign-in.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi({ limits: true });
});
afterAll(async () => api.close());

const attacker = '10.6.6.6';
const codesOf = async (answers: readonly Promise<{ statusCode: number }>[]) =>
  (await Promise.all(answers)).map(({ statusCode }) => statusCode);

describe('guesses at a password', () => {
  it('fault D4: that come at once are counted before they are judged, in demonstrations too', async () => {
    await addPerson(api.database, 'guessed', []);
    for (const login of ['guessed', 'nobody-has-this']) {
      const all = await codesOf(
        Array.from({ length: 60 }, (_, n) => trySignIn(api, login, `wrong ${n}`, { address: attacker })),
      );
      expect(all.filter((status) => status === 401)).toHaveLength(5);
      expect(all.filter((status) => status === 429)).toHaveLength(55);
    }
  });

  it('fault D4: lock out their own address only; from another the right password gets in', async () => {
    await addPerson(api.database, 'not-locked', []);
    for (let n = 0; n < 8; n += 1) await trySignIn(api, 'not-locked', 'wrong', { address: '10.6.6.7' });
    const there = await trySignIn(api, 'not-locked', password, { address: '10.6.6.7' });
    expect([there.statusCode, there.json().code]).toEqual([429, 'locked']);
    expect((await trySignIn(api, 'not-locked', password, { address: '10.1.0.1' })).statusCode).toBe(200);
  });

  it('fault D4: from many addresses leave a known device in, and everybody else after a pause', async () => {
    const userId = await addPerson(api.database, 'besieged', []);
    const known = cookiesOf(await trySignIn(api, 'besieged', password, { address: '10.1.0.1' }));
    for (let n = 0; n < 35; n += 1) await trySignIn(api, 'besieged', 'wrong', { address: `10.7.0.${n}` });
    const stranger = () => trySignIn(api, 'besieged', password, { address: '10.1.0.2' });
    const refused = await stranger();
    expect([refused.json().code, Number(refused.headers['retry-after']) <= 60]).toEqual(['locked', true]);
    const atHome = await trySignIn(api, 'besieged', password, { address: '10.1.0.1', cookie: known });
    expect(atHome.statusCode).toBe(200);
    await api.database.admin.query(
      `UPDATE attempt SET locked_until = locked_until - interval '61 s' WHERE key = 'login besieged'`,
    );
    expect((await stranger()).statusCode).toBe(200);
    const { items } = (await api.send('systemAdmin', 'GET', '/users')).json<{ items: { id: string }[] }>();
    expect(items.find(({ id }) => id === userId)).toMatchObject({ locked: false });
  });

  it('fault D4: 25 at other accounts leave the right password of the same address in', async () => {
    await addPerson(api.database, 'colleague', []);
    const from = { address: '10.8.0.1' };
    for (let n = 0; n < 25; n += 1) await trySignIn(api, `other-${n}`, 'wrong', from);
    expect((await trySignIn(api, 'colleague', password, from)).statusCode).toBe(200);
  });

  it('fault D4: of one address at many accounts end, and a known device there still gets in', async () => {
    const known = cookiesOf(await trySignIn(api, 'colleague', password, { address: '10.8.0.2' }));
    const all = await codesOf(
      Array.from({ length: 90 }, (_, n) => trySignIn(api, `sprayed-${n}`, 'wrong', { address: '10.8.0.2' })),
    );
    expect(all.filter((status) => status === 401).length).toBeLessThanOrEqual(60);
    expect(all.filter((status) => status === 429).length).toBeGreaterThanOrEqual(30);
    const device = await trySignIn(api, 'colleague', password, { address: '10.8.0.2', cookie: known });
    expect(device.statusCode).toBe(200);
  });

  it('fault D4: a forged device cookie, or that of another account, is a stranger', async () => {
    await addPerson(api.database, 'forged', []);
    const { cookie } = await openBrowser(api, 'colleague');
    for (const kept of [cookie, 'device=a.b.c', 'device=..', 'device=%F0%9F']) {
      for (let n = 0; n < 5; n += 1) await trySignIn(api, 'forged', 'wrong', { address: '10.9.0.1', cookie: kept });
    }
    expect((await trySignIn(api, 'forged', password, { address: '10.9.0.1' })).json().code).toBe('locked');
  });

  it('fault D4: at the own password in a stolen session are locked after five', async () => {
    await addPerson(api.database, 'stolen', []);
    const { headers } = await openBrowser(api, 'stolen');
    const change = (current: string) =>
      api.send(null, 'POST', '/me/password', { body: { current, next: 'entirely another one' }, headers });
    const all = await codesOf(Array.from({ length: 20 }, (_, n) => change(`wrong ${n}`)));
    expect(all.filter((status) => status === 401)).toHaveLength(5);
    expect((await change(password)).json().code).toBe('locked');
  });

  it('fault D4: an administrator sees who is locked and unlocks', async () => {
    const id = await addPerson(api.database, 'to-unlock', []);
    for (let n = 0; n < 6; n += 1) await trySignIn(api, 'to-unlock', 'wrong', { address: attacker });
    const { items } = (await api.send('systemAdmin', 'GET', '/users')).json<{ items: { id: string }[] }>();
    expect(items.find((one) => one.id === id)).toMatchObject({ locked: true });
    const unlocked = await api.send('systemAdmin', 'PATCH', `/users/${id}`, { body: { unlock: true } });
    expect(unlocked.json()).toMatchObject({ locked: false });
    expect((await trySignIn(api, 'to-unlock', password, { address: attacker })).statusCode).toBe(200);
  });

  it('counts an address of IPv6 by its network', () => {
    expect(blockOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(blockOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
    expect(blockOf('::1')).toBe('0:0:0:0::/64');
    expect(blockOf('::ffff:10.0.0.1')).toBe('10.0.0.1');
    expect(blockOf('10.0.0.1')).toBe('10.0.0.1');
  });
});

describe('a login', () => {
  it('fault D14: is read in capitals, in full width and with blanks around it', async () => {
    await addPerson(api.database, 'folded', []);
    for (const login of ['Folded', 'FOLDED ', ' ｆｏｌｄｅｄ']) {
      expect((await trySignIn(api, login, password, { address: '10.2.0.1' })).statusCode).toBe(200);
    }
  });
});

describe('guesses at the code of a case', () => {
  const look = async (caseNo: string, address: string) =>
    api.send(null, 'POST', '/lookup', { body: { caseNo, code: '1' }, address });

  it('fault D6: of one address end after ten, for a number that is there and one that is not, and say for how long', async () => {
    for (const [caseNo, address] of [
      ['11210100MB0000086J', '10.3.0.1'],
      ['none', '10.3.0.2'],
    ] as const) {
      const all = await codesOf(Array.from({ length: 15 }, () => look(caseNo, address)));
      expect(all.filter((status) => status === 404)).toHaveLength(10);
      expect(all.filter((status) => status === 429)).toHaveLength(5);
      const refused = await look(caseNo, address);
      expect(refused.json()).toMatchObject({ code: 'locked', detail: expect.stringContaining('请 10 分钟后再试') });
      expect(refused.json().detail).not.toContain('账号');
    }
  });

  it('fault: by strangers keep nobody else from the case', async () => {
    const all = await codesOf(Array.from({ length: 60 }, (_, n) => look('besieged', `10.4.0.${n % 6}`)));
    expect(all.filter((status) => status === 404)).toHaveLength(60);
    for (let n = 0; n < 6; n += 1) expect((await look('besieged', `10.4.0.${n}`)).statusCode).toBe(429);
    expect((await look('besieged', '10.4.1.1')).statusCode).toBe(404);
  });
});
