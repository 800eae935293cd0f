import type { ReportOptions } from '../reporter.js';

export type ExitOptions = Pick<ReportOptions, 'width' | 'all'> & {
  /** Adds where each number comes from. */
  readonly explain?: boolean;
};
