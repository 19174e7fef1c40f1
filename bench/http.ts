import { Agent, request } from 'node:http';

/** One POST with a body in JSON. */
export interface Call {
  readonly path: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const desks = 64;

/** Posts from many loopback addresses, as from many desks: the API counts requests by address. Several addresses of the API take turns. @throws Error unless 200 or 201 */
export function createDesks(urls: readonly string[]): (call: Call) => Promise<Record<string, unknown>> {
  const places = urls.map((url) => new URL(url));
  const agents = Array.from({ length: desks }, (_, n) => {
    return new Agent({ keepAlive: true, localAddress: `127.0.1.${n + 1}` });
  });
  let sent = 0;
  return async ({ path, body, headers = {} }) => {
    const agent = agents[(sent += 1) % desks] ?? new Agent();
    const { hostname, port } = places[sent % places.length] ?? {};
    const payload = Buffer.from(JSON.stringify(body));
    const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const all = { 'content-type': 'application/json', 'content-length': payload.length, ...headers };
      const call = request({ agent, hostname, port, method: 'POST', path, headers: all }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
        response.on('error', reject);
      });
      call.on('error', reject);
      call.end(payload);
    });
    if (status !== 200 && status !== 201) throw new Error(`expected 200 or 201, but got ${status}: ${text}`);
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null) throw new Error(`expected an object, but got ${text}`);
    return { ...answer };
  };
}
