import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Metrics } from './metrics.ts';

/**
 * Serves the figures of a process at /metrics of a loopback port of their own: who reaches the site does not reach them.
 * @throws what the system says when it cannot listen there
 */
export async function serveMetrics(metrics: Metrics, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return response.writeHead(404).end();
    return void metrics.registry.metrics().then((text) => {
      response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text);
    });
  });
  server.listen(port, '127.0.0.1');
  // Rejects where the port is taken.
  await once(server, 'listening');
  return server;
}
