export { expectClean, run, squiggled } from './run.js';

export type { Sample } from './sample.js';
