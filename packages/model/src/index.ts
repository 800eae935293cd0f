export * from './app/index.js';
export * from './code/index.js';
