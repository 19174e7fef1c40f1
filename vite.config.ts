import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { orderSchemas } from './contract/orders.ts';
import { routeList } from './contract/routes.ts';
import { englishTitles } from './server/launcher/console-titles.ts';

/** What the browser needs of each route at run time; the schemas stay on the server and give the console its types only. */
const table = Object.fromEntries(
  routeList.map(({ name, method, url, idempotent, ifMatch, policy, produces }) => [
    name,
    {
      method,
      url,
      policy,
      ...(idempotent && { idempotent }),
      ...(ifMatch && { ifMatch }),
      ...(produces && { produces }),
    },
  ]),
);

/** Libraries of every page, in one file: on a slow line each further request waits for its turn. */
const everyPage = /node_modules\/(react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack)\//;

export default defineConfig({
  root: 'console',
  base: '/',
  plugins: [react()],
  define: {
    __ROUTES__: JSON.stringify(table),
    __ORDERS__: JSON.stringify(orderSchemas),
    __TITLES__: JSON.stringify(englishTitles),
  },
  // Browsers of government offices are old Chromium: 360, 奇安信, UOS.
  build: {
    target: 'chrome92',
    outDir: '../dist/console',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
    modulePreload: { polyfill: false },
    // A chunk of its own: inlined into the entry it would run after the chunks that the entry imports.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'old-browsers', test: /old-browsers/, priority: 2 },
            { name: 'base', test: everyPage, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
