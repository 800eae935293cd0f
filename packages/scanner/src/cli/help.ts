import { commands } from './commands.js';
import { flags, helpOf, usageOf, type Flag } from './flags.js';

/** The text of `--help`. */
export function helpText(): string {
  const rows = Object.entries<Flag>(flags).map(([name, flag]) => ({
    usage: `${flag.short ? `-${flag.short}, ` : '    '}${usageOf(name, flag)}`,
    help: helpOf(flag),
  }));
  const width = Math.max(...rows.map(({ usage }) => usage.length)) + 2;
  const verbs = Object.entries(commands).map(
    ([name, { usage, help }]) => `  ${`${name} ${usage}`.padEnd(width)}${help}`,
  );
  return `Usage: base44-scan [command] [path] [flags]

Scans an app exported from Base44 (default: this folder) for data leaks, tenant isolation, secrets and platform limits,
and says whether it is ready for production, what it burns and what leaving costs.
Reads files only: nothing of the app is executed and nothing leaves this machine.

Commands (a folder of the same name is written ./name):
${verbs.join('\n')}

Flags (docs/scanner.md says which command takes which):
${rows.map(({ usage, help }) => `  ${usage.padEnd(width)}${help}`).join('\n')}

Exit codes: 0 nothing at --fail-on or above, 1 findings there, 2 wrong usage or nothing to scan.
`;
}
