import type { App, Entity, FileView, Operation, SdkVersion } from '@base44-lint/model';
import type { AppSummary, EntitySummary } from '../result.js';
import { compare } from './findings.js';

export interface Counted {
  readonly files: number;
  readonly codeFiles: number;
  readonly codeLines: number;
  readonly relevantFiles: number;
}

/** Built into every app, so its missing schema says nothing. */
const builtIn = 'User';

/** What a reader must know of the app to weigh the findings. */
export function summaryOf(app: App, views: readonly FileView[], counted: Counted): AppSummary {
  const entities = Object.values(app.entities).sort((a, b) => compare(a.name, b.name));
  return {
    root: app.root,
    name: app.name ?? null,
    layout: app.layout,
    visibility: app.visibility ?? null,
    sdk: { frontend: sdkOf(app.sdk), functions: functionSdks(app) },
    counts: {
      entities: entities.length,
      functions: app.functions.length,
      agents: app.agents.length,
      workflows: app.workflows.length,
      ...counted,
      entityCalls: views.reduce((sum, view) => sum + view.entityCalls.length, 0),
    },
    schemas: schemaState(app, views),
    tenants: app.tenants.map(({ field, reason, source, confidence }) => ({ field, reason, source, confidence })),
    entities: entities.map(entitySummary),
  };
}

function sdkOf({ version, source }: SdkVersion): AppSummary['sdk']['frontend'] {
  return { version, source };
}

function functionSdks(app: App): AppSummary['sdk']['functions'] {
  const groups = new Map<string, AppSummary['sdk']['functions'][number]>();
  for (const { sdk } of app.functions) {
    const key = `${sdk.version} ${sdk.source}`;
    const group = groups.get(key) ?? { ...sdkOf(sdk), functions: 0 };
    groups.set(key, { ...group, functions: group.functions + 1 });
  }
  return [...groups.values()].sort((a, b) => b.functions - a.functions || compare(a.version ?? '', b.version ?? ''));
}

/** Look-alike clients have entities of their own, which no schema of the export describes. */
function schemaState(app: App, views: readonly FileView[]): AppSummary['schemas'] {
  const used = new Set<string>();
  for (const { entityCalls } of views) {
    for (const { entity, origin } of entityCalls) {
      if (origin === 'shim') continue;
      for (const name of entity.name === null ? entity.candidates : [entity.name]) used.add(name);
    }
  }
  used.delete(builtIn);
  const missing = [...used].filter((name) => !Object.hasOwn(app.entities, name)).sort(compare);
  if (missing.length === 0 && (used.size > 0 || Object.keys(app.entities).length > 0)) return { state: 'all', missing };
  return { state: missing.length < used.size ? 'some' : 'none', missing };
}

function entitySummary(entity: Entity): EntitySummary {
  const { personal, secret, regulated } = entity.holds;
  const access = (operation: Operation): EntitySummary['access']['read'] => {
    const { kind, reason } = entity.access[operation];
    return { kind, reason };
  };
  return {
    name: entity.name,
    file: entity.file,
    fields: entity.fields.length,
    sensitive: [...new Set([...personal, ...secret, ...regulated])].sort(compare),
    access: { create: access('create'), read: access('read'), update: access('update'), delete: access('delete') },
  };
}
