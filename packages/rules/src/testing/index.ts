export { expectClean, run, runApp, squiggled } from './run.js';

export type { Sample } from './sample.js';
