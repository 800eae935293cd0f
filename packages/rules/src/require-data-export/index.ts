import type { App, FileView, Place, SourceTree } from '@base44-lint/model';
import type { AppFinding } from '../finding.js';
import { exportFilesOf } from '../judge/export-files.js';
import { anchorOf, firstLine } from '../judge/manifest.js';
import { defineRule } from '../rule.js';
import { storedFileFindings } from './stored-files.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'require-data-export',
    description: 'require a way to take the data and files of the app out of the platform',
    limitations: ['exit-db-export'],
    preset: 'audit',
    since: '0.2.0',
    precision: 'medium',
    severities: ['low', 'info'],
    words: [],
    related: ['sdk-lock-in'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkApp({ app, files, tree }) {
    const entities = entitiesOf(app, files);
    const anchor = anchorOf(app, tree);
    if (entities.length > 0 && anchor) {
      const path = exportPath(app, files, tree);
      if (!path) yield missing(anchor, entities.length);
      else yield partial(path, entities.length);
    }
    yield* storedFileFindings(files);
  },
});

/** Entities of the platform that hold the app's data; a client of the app's own keeps its data elsewhere. */
function entitiesOf(app: App, files: readonly FileView[]): readonly string[] {
  const calls = files
    .flatMap(({ entityCalls }) => entityCalls)
    .filter(({ origin, zone }) => origin === 'sdk' && zone !== 'other');
  const called = calls.flatMap(({ entity }) => entity.name ?? []);
  return calls.length === 0 ? [] : [...new Set([...Object.keys(app.entities), ...called])];
}

interface ExportPath {
  readonly place: Place;
  readonly name: string;
}

/** The first place of the app that writes tables of data to a file. Functions before pages: only they can reach all rows. */
function exportPath(app: App, files: readonly FileView[], tree: SourceTree): ExportPath | undefined {
  for (const { file, name } of exportFilesOf(app, files, tree.files)) {
    const place = firstLine(tree, file);
    if (place) return { place, name };
  }
  return undefined;
}

function missing(anchor: Place, count: number): AppFinding {
  return {
    file: anchor.file,
    severity: 'low',
    confidence: 'likely',
    message: `No code of this app takes its data out, so a move or a restore means to export ${count} ${count === 1 ? 'entity' : 'entities'} by hand in the dashboard.`,
    span: anchor,
    evidence: [],
    advice:
      'Add a function for administrators that writes each entity page by page to storage of your own, and run it on a schedule.',
    suggestions: [],
  };
}

function partial({ place, name }: ExportPath, count: number): AppFinding {
  return {
    file: place.file,
    severity: 'info',
    confidence: 'possible',
    message: `\`${name}\` takes data out, but whether it reaches all rows of ${count === 1 ? 'the entity' : `all ${count} entities`} cannot be seen.`,
    span: place,
    evidence: [],
    advice: 'Compare what it writes with the list of entities, and try to restore from it once.',
    suggestions: [],
  };
}
