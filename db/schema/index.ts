export * from './audit.ts';
export * from './people.ts';
export * from './catalogue.ts';
export * from './files.ts';
export * from './journal.ts';
export * from './read.ts';
export * from './running.ts';
export * from './tasks.ts';
