export { expectClean, run, squiggled } from './run.js';
export { squiggles } from './squiggles.js';
export type { Sample } from './sample.js';
