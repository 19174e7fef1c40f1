/** Stylesheets are imported for their effect. */
declare module '*.css';

/** The table of routes that vite.config.ts writes into the build. */
declare const __ROUTES__: unknown;

/** The JSON Schema of each order's body, by order: written by vite.config.ts from contract/orders. */
declare const __ORDERS__: unknown;
