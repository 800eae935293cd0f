// npm start [-- PATH]: scans an exported Base44 app (by default the leaky example) and shows what it finds.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { reportsFolder, root } from './lib/root.mjs';
import { runNode } from './lib/run.mjs';
import { exitWith, SetupError } from './lib/setup-error.mjs';
import { setup } from './setup.mjs';

await exitWith(async () => {
  const app = appFolder(process.argv.slice(2));
  await setup();
  mkdirSync(reportsFolder, { recursive: true });
  const report = resolve(reportsFolder, `${basename(app)}.html`);
  rmSync(report, { force: true });
  const scanner = resolve(root, 'packages/scanner/bin/base44-scan.js');
  const scan = await runNode(scanner, [app, '--format', 'terminal', '--output', `html=${report}`], {
    cwd: callerFolder(),
    show: true,
  });
  // 1 means "findings", which is what a first look is for. It is also how Node ends a crash, hence the look at the report.
  if (scan.code > 1 || !existsSync(report)) throw new SetupError('the scan failed; see the message above.');
  console.log(`\nThe same report for the browser: ${relative(callerFolder(), report)}`);
  return 0;
});

function appFolder(args) {
  const [path, ...rest] = args;
  if (rest.length > 0) throw new SetupError('npm start takes one path at most: npm start -- path/to/exported-app');
  if (path === undefined) return resolve(root, 'examples/leaky-crm');
  const folder = resolve(callerFolder(), path);
  if (!existsSync(folder)) throw new SetupError(`there is no folder ${folder}; give the path of an exported app.`);
  return folder;
}

/** npm runs scripts in the repository's folder and keeps the caller's in INIT_CWD. */
function callerFolder() {
  return process.env.INIT_CWD ?? process.cwd();
}
