import type { Reporter } from './reporter.js';

export type { Report, Reporter, ReportOptions } from './reporter.js';

export const formats = [
  'terminal',
  'json',
  'sarif',
  'html',
  'markdown',
  'github',
  'junit',
  'codeclimate',
  'agent',
] as const;
export type Format = (typeof formats)[number];

/** Reporters are loaded when asked for, so that a JSON run never loads the HTML report. */
export async function reporterOf(format: Format): Promise<Reporter> {
  switch (format) {
    case 'terminal':
      return (await import('./terminal/index.js')).terminal;
    case 'json':
      return (await import('./json.js')).json;
    case 'sarif':
      return (await import('./sarif/index.js')).sarif;
    case 'html':
      return (await import('./html/index.js')).html;
    case 'markdown':
      return (await import('./markdown/index.js')).markdown;
    case 'github':
      return (await import('./github.js')).github;
    case 'junit':
      return (await import('./junit/index.js')).junit;
    case 'codeclimate':
      return (await import('./codeclimate.js')).codeclimate;
    case 'agent':
      return (await import('./agent/index.js')).agent;
  }
}
