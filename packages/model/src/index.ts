export type * from './app/types.js';
export type * from './code/facts.js';
export type * from './code/view.js';
