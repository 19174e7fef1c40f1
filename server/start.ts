import { configOrExit } from './config.ts';
import { launch } from './launcher/launch.ts';

await launch({
  ...configOrExit(),
  args: process.argv.slice(2),
  steps: {
    prepare: async () => ({}),
    ready: async () => [],
  },
});
