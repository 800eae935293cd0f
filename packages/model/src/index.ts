export type * from './app/types.js';
export * from './app/index.js';
export * from './code/index.js';
