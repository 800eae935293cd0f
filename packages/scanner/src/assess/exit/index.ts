import { exitFramework, sources } from '@base44-lint/catalog';
import { isOnPlatform, storedFilesIn, uploadsIn } from '@base44-lint/rules';
import type { ExitSection } from '../../result/exit.js';
import { caveatsOf } from './caveats.js';
import { countsOf } from './counts.js';
import { dataExportOf } from './data-export.js';
import { entitiesOf } from './entities.js';
import { estimateOf } from './estimate.js';
import { explanationsOf } from './explanations.js';
import { factsOf } from './facts.js';
import { functionsOf, sharedLinesOf } from './functions.js';
import type { ExitInput } from './input.js';
import type { Inventory } from './inventory.js';
import { partsOf } from './parts.js';
import { sanityOf } from './sanity.js';
import { agentsOf, automationsOf, connectorsOf, outsideServicesOf } from './services.js';
import { signInOf } from './sign-in.js';
import { templateFilesOf, useRows, usesOf } from './uses.js';

export type { ExitInput } from './input.js';

/** What ties the app to the platform, what takes its place elsewhere, and what a move takes. */
export function exitOf(input: ExitInput): ExitSection {
  const { app, views, locate } = input;
  const calls = usesOf(input);
  const entities = entitiesOf(input);
  const inventory: Inventory = {
    calls,
    entities,
    functions: functionsOf(input),
    sharedLines: sharedLinesOf(views),
    agents: agentsOf(input),
    automations: automationsOf(input),
    connectors: connectorsOf(input),
    signIn: signInOf(input),
    storage: {
      uploads: views.flatMap(uploadsIn).map(({ file, ...span }) => locate(file, span)),
      files: views.flatMap(storedFilesIn).map(({ file, ...span }) => locate(file, span)),
    },
    services: outsideServicesOf(input),
    dataExport: dataExportOf(
      input,
      entities.map(({ name }) => name),
    ),
    sanity: sanityOf(input),
  };
  const estimate = estimateOf(countsOf(inventory), app.settings.exit);
  const onPlatform = isOnPlatform(app) || calls.length > 0;
  const { calls: _, ...lists } = inventory;
  return {
    framework: framework(),
    onPlatform,
    parts: partsOf(estimate, calls),
    uses: useRows(calls, input),
    templateFiles: templateFilesOf(input),
    ...lists,
    estimate,
    caveats: caveatsOf(input, inventory, estimate, onPlatform),
    explanations: explanationsOf(estimate, factsOf(inventory, locate)),
  };
}

function framework(): ExitSection['framework'] {
  const { version, hours, weeks, cost, source, date } = exitFramework;
  const { title, url } = sources[source];
  return { version, hours: { ...hours }, weeks: { ...weeks }, cost: { ...cost }, source: { title, url, date } };
}
