/** Told when a part of a scan begins and ends. Only the command line reads the clock, so it brings its own. */
export interface Meter {
  stage<T>(name: string, work: () => T): T;
  rule<T>(name: string, work: () => T): T;
  /** Called before each file that takes time, for a progress line. */
  progress(stage: string, done: number, total: number): void;
}

/** Measures nothing. */
export const idleMeter: Meter = {
  stage: (_name, work) => work(),
  rule: (_name, work) => work(),
  progress: () => undefined,
};
