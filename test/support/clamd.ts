import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../server/launcher/ports.ts';
import { until } from './until.ts';

/** The harmless text that scanners agree to find, put together here so that no scanner finds this file. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export interface TestClamd {
  readonly host: string;
  readonly port: number;
  /** Whether it is clamd itself. */
  readonly real: boolean;
  close(): Promise<void>;
}

/** clamd with one signature, where the machine has it; else a server of its protocol, which finds the same. */
export async function openClamd(): Promise<TestClamd> {
  return hasClamd() ? openReal() : openProtocol();
}

function hasClamd(): boolean {
  try {
    execFileSync('clamd', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function openReal(): Promise<TestClamd> {
  const dir = mkdtempSync(join(tmpdir(), 'shixian-clamd-'));
  const port = await freePort();
  writeFileSync(join(dir, 'test.ndb'), `Test.Eicar:0:*:${Buffer.from(eicar).toString('hex')}\n`);
  const lines = [
    `DatabaseDirectory ${dir}`,
    `TCPSocket ${port}`,
    'TCPAddr 127.0.0.1',
    'Foreground yes',
    'StreamMaxLength 20M',
  ];
  writeFileSync(join(dir, 'clamd.conf'), `${lines.join('\n')}\n`);
  const clamd = spawn('clamd', ['-c', join(dir, 'clamd.conf')], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => clamd.once('exit', () => resolve()));
  await until('clamd to listen', async () => isListening(port));
  return {
    host: '127.0.0.1',
    port,
    real: true,
    close: async () => {
      clamd.kill();
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function openProtocol(): Promise<TestClamd> {
  const server = createServer((socket) => void answer(socket).catch(() => socket.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: '127.0.0.1',
    port,
    real: false,
    close: async () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** INSTREAM as clamd's manual has it: a command that ends with zero, chunks with their length before them, an empty one at the end. */
async function answer(socket: Socket): Promise<void> {
  let bytes = Buffer.alloc(0);
  const command = Buffer.from('zINSTREAM\0');
  for await (const chunk of socket) {
    bytes = Buffer.concat([bytes, chunk as Buffer]);
    const content = contentIn(bytes.subarray(command.length));
    if (content === null) continue;
    const isRight = bytes.subarray(0, command.length).equals(command);
    const said = isRight ? (content.includes(eicar) ? 'stream: Test.Eicar FOUND' : 'stream: OK') : 'UNKNOWN COMMAND';
    socket.end(`${said}\0`);
    return;
  }
}

function contentIn(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 0; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
