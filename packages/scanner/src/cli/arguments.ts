import type { PlanId } from '@base44-lint/catalog';
import { parseArgs } from 'node:util';
import { formats, type Format } from '../report/index.js';
import type { Severity } from '../report/reporter.js';
import { commands, commandsWith, isCommand, takes, type Command, type CommandInfo } from './commands.js';
import { flags, type Flag, type FlagName } from './flags.js';
import { answersOf, dayOf, needsOf, numberOf, rateOf } from './assumptions.js';
import type { Assumptions } from '../scan.js';
import type { Shard } from '../shard.js';
import { UsageError } from './usage-error.js';

export interface Target {
  readonly format: Format;
  /** Path, or `-` for standard output. */
  readonly file: string;
}

export interface Arguments {
  readonly command: Command;
  /** What a command that does several things is to do. */
  readonly action?: string;
  /** The first positional argument, or the current folder. */
  readonly path: string;
  /** All positional arguments behind the command. */
  readonly positionals: readonly string[];
  readonly format: Format;
  /** True where `--format` was written, which `--quiet` respects. */
  readonly formatGiven: boolean;
  readonly outputs: readonly Target[];
  readonly failOn: Severity | 'never';
  readonly minSeverity: Severity;
  readonly config?: string;
  /** What the command line says of readiness, use and rates; it counts before the settings. */
  readonly assumptions: Assumptions;
  readonly prompt: boolean;
  readonly explain: boolean;
  readonly groupBy: 'file' | 'rule';
  readonly all: boolean;
  readonly shard?: Shard;
  readonly out: string;
  /** False where comments of the app switch nothing off. */
  readonly inline: boolean;
  /** A file, or false for none; left out for the app's own. */
  readonly baseline?: string | false;
  readonly since?: string;
  readonly failOnUnused: boolean;
  readonly reason?: string;
  /** Last day, `yyyy-mm-dd`. */
  readonly expires?: string;
  readonly timing: boolean;
  readonly quiet: boolean;
  readonly noColor: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/** @throws {UsageError} */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parsed(argv);
  const [first] = positionals;
  const command = isCommand(first) ? first : 'scan';
  const { actions, most = Infinity }: CommandInfo = commands[command];
  const action = actions ? positionals[1] : undefined;
  if (actions && !values.help && !(action !== undefined && actions.includes(action)))
    throw new UsageError(`${command} ${action ?? ''}: expected one of ${actions.join(', ')}.`.replace(' :', ':'));
  const paths = isCommand(first) ? positionals.slice(actions ? 2 : 1) : positionals;
  if (command === 'report' && !values.help && paths.length !== 1) {
    const got = paths.length === 0 ? 'none' : `${paths.length} (${paths.join(', ')})`;
    throw new UsageError(`report takes one saved result and got ${got}, for example base44-scan report result.json.`);
  }
  if (paths.length > most) {
    throw new UsageError(
      `expected one path and got ${paths.length} (${paths.join(', ')}); scan their common folder instead.`,
    );
  }
  for (const [name, flag] of Object.entries<Flag>(flags)) {
    const value = values[name as FlagName];
    if (value !== undefined && !takes(command, name as FlagName))
      throw new UsageError(`--${name} is a flag of ${commandsWith(name as FlagName).join(', ')}, not of ${command}.`);
    if (flag.choices && typeof value === 'string') assertChoice(`--${name}`, value, flag.choices);
  }
  if (values.baseline !== undefined && values['no-baseline'])
    throw new UsageError('--baseline and --no-baseline contradict each other; give one of them.');
  const outputs = (values.output ?? []).map(targetOf);
  const toStandardOutput = outputs.filter(({ file }) => file === '-').length;
  if (toStandardOutput > 1 || (toStandardOutput === 1 && values.format !== undefined)) {
    throw new UsageError('standard output can carry only one report; write the others to files.');
  }
  const choice = <T extends string>(name: FlagName): T => (values[name] ?? (flags[name] as Flag).fallback) as T;
  return {
    command,
    ...(action !== undefined && { action }),
    path: paths[0] ?? '.',
    positionals: paths,
    format: choice('format'),
    formatGiven: values.format !== undefined,
    outputs,
    failOn: choice('fail-on'),
    // What is only an inventory needs no acceptance: it is at no gate, and would fill the file.
    minSeverity: command === 'baseline' ? ((values['min-severity'] as Severity) ?? 'low') : choice('min-severity'),
    ...(values.config !== undefined && { config: values.config }),
    assumptions: assumptionsOf(values),
    prompt: !(values['no-prompt'] ?? false),
    explain: values.explain ?? false,
    groupBy: choice('group-by'),
    all: values.all ?? false,
    ...(values.shard !== undefined && { shard: shardOf(values.shard) }),
    out: choice('out'),
    inline: !(values['no-inline'] ?? false),
    ...(values['no-baseline'] && { baseline: false }),
    ...(values.baseline !== undefined && { baseline: values.baseline }),
    ...(values.since !== undefined && { since: values.since }),
    failOnUnused: values['fail-on-unused'] ?? false,
    ...(values.reason !== undefined && { reason: values.reason }),
    ...(values.expires !== undefined && { expires: dayOf('--expires', values.expires) }),
    timing: values.timing ?? false,
    quiet: values.quiet ?? false,
    noColor: values['no-color'] ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

type Values = ReturnType<typeof parsed>['values'];

function assumptionsOf(values: Values): Assumptions {
  const amounts = (['users', 'sessions', 'actions', 'minutes', 'items'] as const).flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [[name, numberOf(`--${name}`, value)] as const];
  });
  return {
    readiness: answersOf(values.answer ?? []),
    ...(values.needs !== undefined && { complianceNeeds: needsOf(values.needs) }),
    usage: { ...Object.fromEntries(amounts), ...(values.plan !== undefined && { plan: values.plan as PlanId }) },
    exit: values.rate === undefined ? {} : { hourlyRate: rateOf(values.rate) },
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

/** `2/5`. @throws {UsageError} */
function shardOf(value: string): Shard {
  const [, index, of] = (/^(\d+)\/(\d+)$/.exec(value) ?? []).map(Number);
  if (!index || !of || index > of) throw new UsageError(`--shard ${value}: expected part/parts, for example 2/5.`);
  return { index, of };
}

function assertChoice(flag: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) throw new UsageError(`${flag} ${value}: expected one of ${choices.join(', ')}.`);
}
