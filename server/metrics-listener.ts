import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Metrics } from './metrics.ts';

/** Serves the figures of a process at /metrics of a loopback port of their own: who reaches the site does not reach them. */
export function serveMetrics(metrics: Metrics, port: number): Server {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return response.writeHead(404).end();
    return void metrics.registry.metrics().then((text) => {
      response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text);
    });
  });
  return server.listen(port, '127.0.0.1');
}
