export * from './limitation-ids.js';
