import { parseArgs } from 'node:util';
import { formats, type Format } from '../report/index.js';
import { severities, type Severity } from '../report/reporter.js';

/** One flag of the command: what `parseArgs` needs and what `--help` prints. */
interface Flag {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: true;
  /** How the value is called in the help text. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly fallback?: string;
  readonly help: string;
}

/** Every flag, in the order of the help text. Parsing, checking and help all read this table. */
const flags = {
  format: { type: 'string', value: 'name', choices: formats, fallback: 'terminal', help: 'What to print' },
  output: {
    type: 'string',
    multiple: true,
    value: 'format=file',
    help: 'Also write a report to a file; `-` is standard output. Repeatable',
  },
  'fail-on': {
    type: 'string',
    value: 'severity',
    choices: [...severities, 'never'],
    fallback: 'high',
    help: 'Lowest severity that ends with exit code 1',
  },
  'min-severity': {
    type: 'string',
    value: 'severity',
    choices: severities,
    fallback: 'info',
    help: 'Leave findings below it out of the reports',
  },
  config: { type: 'string', value: 'file', help: "Settings to use instead of the app's base44-lint.config.jsonc" },
  'group-by': {
    type: 'string',
    value: 'key',
    choices: ['file', 'rule'],
    fallback: 'file',
    help: 'How the terminal report groups findings',
  },
  all: { type: 'boolean', help: 'Show every finding in full in the terminal report' },
  'ignore-suppressions': { type: 'boolean', help: 'Audit mode: eslint-disable comments switch nothing off' },
  timing: { type: 'boolean', help: 'Print the time by stage and rule to standard error' },
  quiet: {
    type: 'boolean',
    short: 'q',
    help: 'No progress and no terminal report; files, errors and the exit code only',
  },
  'no-color': { type: 'boolean', help: 'No colours (NO_COLOR=1 does the same)' },
  help: { type: 'boolean', short: 'h', help: 'Print this help' },
  version: { type: 'boolean', short: 'v', help: 'Print the version' },
} as const satisfies Record<string, Flag>;

export interface Target {
  readonly format: Format;
  /** Path, or `-` for standard output. */
  readonly file: string;
}

export interface Arguments {
  readonly path: string;
  readonly format: Format;
  /** True where `--format` was written, which `--quiet` respects. */
  readonly formatGiven: boolean;
  readonly outputs: readonly Target[];
  readonly failOn: Severity | 'never';
  readonly minSeverity: Severity;
  readonly config?: string;
  readonly groupBy: 'file' | 'rule';
  readonly all: boolean;
  readonly ignoreSuppressions: boolean;
  readonly timing: boolean;
  readonly quiet: boolean;
  readonly noColor: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/** A mistake in the command line, told in one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws {UsageError} */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parsed(argv);
  if (positionals.length > 1) {
    throw new UsageError(
      `expected one path and got ${positionals.length} (${positionals.join(', ')}); scan their common folder instead.`,
    );
  }
  for (const [name, flag] of Object.entries<Flag>(flags)) {
    const value = values[name as keyof typeof flags];
    if (flag.choices && typeof value === 'string') assertChoice(`--${name}`, value, flag.choices);
  }
  const outputs = (values.output ?? []).map(targetOf);
  const toStandardOutput = outputs.filter(({ file }) => file === '-').length;
  if (toStandardOutput > 1 || (toStandardOutput === 1 && values.format !== undefined)) {
    throw new UsageError('standard output can carry only one report; write the others to files.');
  }
  const choice = <T extends string>(name: keyof typeof flags): T =>
    (values[name] ?? (flags[name] as Flag).fallback) as T;
  return {
    path: positionals[0] ?? '.',
    format: choice('format'),
    formatGiven: values.format !== undefined,
    outputs,
    failOn: choice('fail-on'),
    minSeverity: choice('min-severity'),
    ...(values.config !== undefined && { config: values.config }),
    groupBy: choice('group-by'),
    all: values.all ?? false,
    ignoreSuppressions: values['ignore-suppressions'] ?? false,
    timing: values.timing ?? false,
    quiet: values.quiet ?? false,
    noColor: values['no-color'] ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: flags, allowPositionals: true, strict: true });
  } catch (error) {
    // parseArgs explains at length how to pass a positional that starts with a dash; the first sentence is the point.
    const [first = ''] = (error as Error).message.split(/\. |\n/u);
    throw new UsageError(
      `${first.charAt(0).toLowerCase()}${first.slice(1).replace(/\.$/u, '')}; see base44-scan --help.`,
      { cause: error },
    );
  }
}

function targetOf(value: string): Target {
  const at = value.indexOf('=');
  const [format, file] = [value.slice(0, at), value.slice(at + 1)];
  if (at <= 0 || file === '')
    throw new UsageError(`--output ${value}: expected format=file, for example --output sarif=report.sarif.`);
  assertChoice('--output', format, formats);
  return { format: format as Format, file };
}

function assertChoice(flag: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) throw new UsageError(`${flag} ${value}: expected one of ${choices.join(', ')}.`);
}

/** The text of `--help`. */
export function helpText(): string {
  const rows = Object.entries<Flag>(flags).map(([name, { short, value, choices, fallback, help }]) => {
    const usage = `${short ? `-${short}, ` : '    '}--${name}${value ? ` <${value}>` : ''}`;
    const details = [choices?.join(', '), fallback && `default ${fallback}`].filter(Boolean).join('; ');
    return { usage, help: details ? `${help} (${details})` : help };
  });
  const width = Math.max(...rows.map(({ usage }) => usage.length)) + 2;
  return `Usage: base44-scan [path] [flags]

Scans an app exported from Base44 (default: this folder) for data leaks, tenant isolation, secrets and platform limits.
Reads files only: nothing of the app is executed and nothing leaves this machine.

Flags:
${rows.map(({ usage, help }) => `  ${usage.padEnd(width)}${help}`).join('\n')}

Exit codes: 0 nothing at --fail-on or above, 1 findings there, 2 wrong usage or nothing to scan.
`;
}
