import type { Config } from '../config.ts';
import { createRenderer } from './renderer.ts';
import type { Renderer } from './renderer.ts';
import { stockSealer } from './sealer.ts';
import type { Sealer } from './sealer.ts';

/** What makes documents out: where they are set, what seals them, and the address whose check page their QR opens. */
export interface Documents {
  readonly renderer: Renderer;
  readonly sealer: Sealer;
  readonly site: string;
}

/** The makers of a configuration. `secret`: that of codes and of the stock sealer. */
export function documentsOfConfig(config: Config, secret: string): Documents {
  return {
    renderer: createRenderer({ fontDir: config.FONT_DIR ?? null }),
    sealer: stockSealer(secret),
    site: config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`,
  };
}
