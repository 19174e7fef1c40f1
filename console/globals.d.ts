/** Stylesheets are imported for their effect. */
declare module '*.css';

/** The table of routes that vite.config.ts writes into the build. */
declare const __ROUTES__: unknown;
