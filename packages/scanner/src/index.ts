export { scan, type ScanOptions } from './scan.js';
export { ScanError } from './load/errors.js';
export { idleMeter, type Meter } from './meter.js';
export { formats, reporterOf, type Format, type Report, type Reporter, type ReportOptions } from './report/index.js';
export type * from './result.js';
