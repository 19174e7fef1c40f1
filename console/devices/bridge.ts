/** What a device of the window is. */
export type DeviceKind = 'cardReader' | 'documentCamera';

/** What an identity card says of its holder. */
export interface Card {
  readonly name: string;
  readonly idNo: string;
  readonly address: string;
}

/** Why a device gave nothing: the bridge does not answer, has no such device, nothing lay on it, or what came is not what was asked. */
export type DeviceLack = 'noBridge' | 'noDevice' | 'nothingThere' | 'unreadable';

/** A refusal of the device bridge, in one of few words. */
export class DeviceError extends Error {
  readonly lack: DeviceLack;

  constructor(lack: DeviceLack) {
    super(lack);
    this.lack = lack;
  }
}

/** A card is waited for by the reader, not by us; who went away must not wait for ever. */
const longestMs = 25_000;

/** The card that lies on the first reader of this machine. @throws DeviceError */
export async function readCard(bridge: string): Promise<Card> {
  const answer = await onFirst(bridge, 'cardReader', 'card');
  const card: unknown = await answer.json().catch(() => null);
  const [name, idNo, address] = ['name', 'idNo', 'address'].map((key) => textOf(card, key));
  if (name === undefined || idNo === undefined || address === undefined) throw new DeviceError('unreadable');
  return { name, idNo, address };
}

/** What lies under the first document camera of this machine, as a file called `name` with the ending of its type. @throws DeviceError */
export async function takePicture(bridge: string, name: string): Promise<File> {
  const answer = await onFirst(bridge, 'documentCamera', 'picture');
  const type = answer.headers.get('content-type') ?? '';
  const ending = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' }[type];
  if (ending === undefined) throw new DeviceError('unreadable');
  return new File([await answer.blob()], `${name}.${ending}`, { type });
}

async function onFirst(bridge: string, kind: DeviceKind, act: string): Promise<Response> {
  const found: unknown = await (await ask(bridge, 'GET', 'devices')).json().catch(() => null);
  const devices = propertyOf(found, 'devices');
  const first: unknown = Array.isArray(devices) ? devices.find((one) => textOf(one, 'kind') === kind) : undefined;
  const id = textOf(first, 'id');
  if (id === undefined) throw new DeviceError('noDevice');
  return ask(bridge, 'POST', `devices/${encodeURIComponent(id)}/${act}`);
}

async function ask(bridge: string, method: string, path: string): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), longestMs);
  try {
    const headers = { 'x-device-bridge': '1' };
    const answer = await fetch(`${bridge}/v1/${path}`, { method, headers, signal: stop.signal, credentials: 'omit' });
    if (answer.ok) return answer;
    throw new DeviceError(answer.status === 408 ? 'nothingThere' : 'noDevice');
  } catch (error) {
    throw error instanceof DeviceError ? error : new DeviceError('noBridge');
  } finally {
    clearTimeout(timer);
  }
}

function propertyOf(from: unknown, key: string): unknown {
  return typeof from === 'object' && from !== null ? (from as Readonly<Record<string, unknown>>)[key] : undefined;
}

function textOf(from: unknown, key: string): string | undefined {
  const found = propertyOf(from, key);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}
