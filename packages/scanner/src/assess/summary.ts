import type { App, Entity, FileView, Operation, SdkVersion } from '@base44-lint/model';
import type { AppSummary, EntitySummary } from '../result.js';
import { entityUsesOf } from './entity-uses.js';
import { compare } from './findings.js';
import { functionsOf, type FunctionInput } from './function-summary.js';
import type { Locate } from './locate.js';

export interface Counted {
  readonly files: number;
  readonly codeFiles: number;
  readonly codeLines: number;
  readonly relevantFiles: number;
}

/** Built into every app, so its missing schema says nothing. */
const builtIn = 'User';

/** What a reader must know of the app to weigh the findings. */
export function summaryOf(
  app: App,
  views: readonly FileView[],
  counted: Counted,
  seen: Omit<FunctionInput, 'app' | 'views'>,
): AppSummary {
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
    entities: entities.map((entity) => entitySummary(entity, app, seen.locate)),
    entityUses: entityUsesOf(views, seen.locate),
    functions: functionsOf({ app, views, ...seen }),
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

function entitySummary(entity: Entity, { tenants }: App, locate: Locate): EntitySummary {
  const { personal, secret, regulated, owner } = entity.holds;
  const fields = new Set(entity.fields.map(({ name }) => name));
  const access = (operation: Operation): EntitySummary['access']['read'] => {
    const { kind, reason, roles, place } = entity.access[operation];
    return { kind, reason, roles: [...roles], location: place ? locate(place.file, place) : null };
  };
  return {
    name: entity.name,
    file: entity.file,
    fields: entity.fields.length,
    openFields: entity.open === true,
    sensitive: [...new Set([...personal, ...secret, ...regulated])].sort(compare),
    holds: { personal: [...personal], secret: [...secret], regulated: [...regulated], owner: [...owner] },
    tenantKeys: tenants.map(({ field }) => field).filter((field) => fields.has(field)),
    access: { create: access('create'), read: access('read'), update: access('update'), delete: access('delete') },
  };
}
