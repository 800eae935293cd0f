import { join } from 'node:path';
import { fleetPage } from '../fleet/page.js';
import { fileNames } from '../fleet/names.js';
import { fleetApp } from '../fleet/row.js';
import type { FleetResult, FleetRow } from '../fleet/result.js';
import { fleetTable } from '../fleet/table.js';
import { clause } from '../load/errors.js';
import { targetsOf } from '../load/targets.js';
import { reporterOf } from '../report/index.js';
import { Style } from '../report/terminal/style.js';
import { scan } from '../scan.js';
import { isInShard } from '../shard.js';
import { schemaVersion, tool } from '../version.js';
import type { Arguments } from './arguments.js';
import { writeWhole } from './files.js';
import { Progress } from './progress.js';
import { print, takesColor, terminalWidth } from './streams.js';
import { today } from './today.js';
import { UsageError } from './usage-error.js';
import { optionsOf } from './deliver.js';
import { repositoryPathOf } from './repository.js';

/** Scans many targets, one after the other, and writes a page that links to a report of each. */
export async function runFleet(args: Arguments): Promise<0 | 1 | 2> {
  const { positionals, shard, out, quiet } = args;
  if (positionals.length === 0)
    throw new UsageError('fleet: name folders, patterns of folders, or a file that lists them.');
  const targets = targetsOf(positionals).filter((path) => !shard || isInShard(path, shard));
  const names = fileNames(targets);
  const progress = new Progress(process.stderr.isTTY === true && !quiet);
  const fleet: FleetRow[] = [];
  for (const [index, path] of targets.entries()) {
    progress.draw(`${index + 1} of ${targets.length}: ${path}`);
    fleet.push(await scanned(path, names.get(path)!, args));
  }
  progress.clear();
  const result: FleetResult = { schemaVersion, tool, fleet };
  writeFleet(result, out);
  if (!quiet) {
    const style = new Style(!args.noColor && takesColor());
    await print(`${fleetTable(result, style, terminalWidth()).join('\n')}\n${join(out, 'index.html')}\n`);
  }
  return exitCode(result);
}

export function writeFleet(result: FleetResult, out: string): void {
  writeWhole(join(out, 'fleet.json'), `${JSON.stringify(result, null, 2)}\n`);
  writeWhole(join(out, 'index.html'), fleetPage(result));
}

/** What could not be scanned weighs more than what was found: nobody may take it for clean. */
export function exitCode({ fleet }: FleetResult): 0 | 1 | 2 {
  if (fleet.some(({ failure }) => failure !== null)) return 2;
  return fleet.some(({ apps }) => apps.some(({ fails }) => fails)) ? 1 : 0;
}

async function scanned(path: string, name: string, args: Arguments): Promise<FleetRow> {
  try {
    const { inline, assumptions, config, baseline, out } = args;
    const result = await scan(path, {
      inline,
      assumptions,
      today: today(),
      ...(config !== undefined && { config }),
      ...(baseline !== undefined && { baseline }),
    });
    const files = { html: `${name}.html`, json: `${name}.json` } as const;
    for (const format of ['html', 'json'] as const) {
      const file = join(out, files[format]);
      const reporter = await reporterOf(format);
      writeWhole(file, reporter(result, optionsOf({ ...args, path }, { format, file }, repositoryPathOf(path))).output);
    }
    return { path, failure: null, ...files, apps: result.apps.map((app) => fleetApp(app, result, args.failOn)) };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return { path, failure: `${clause(error)}.`, html: null, json: null, apps: [] };
  }
}
