import { counted } from '../../counted.js';
import type { AppSummary, EntitySummary, EntityUse } from '../../result.js';
import { labelOf } from '../words.js';
import { entityRows, type EntityRow } from './entity-rows.js';
import type { FindingContext } from './finding-context.js';
import { findingLinks, placeCode, placeList } from './places.js';
import { breakable, markup, prose, type Html } from './template.js';

const operations = ['create', 'read', 'update', 'delete'] as const;
type Operation = (typeof operations)[number];

export const kindWords: Readonly<Record<EntitySummary['access']['read']['kind'], string>> = {
  open: 'everyone',
  owner: 'owner',
  tenant: 'tenant',
  role: 'role',
  mixed: 'mixed',
  'public-part': 'part open',
  blocked: 'nobody',
  never: 'never matches',
  platform: 'built in',
  unknown: 'unknown',
};

/** Who may do what with which entity, by the access rules, and what the code does with it. */
export function entitySection(app: AppSummary, context: FindingContext): Html {
  const rows = entityRows(app);
  if (rows.length === 0)
    return markup`<p class="empty">
      This export holds no entity schemas, and no entity use was found in its code, so nothing can be said about access to
      its data.
    </p>`;
  const dynamic = rows.some(({ name }) => name === null);
  return markup`<p>Each cell says whom the access rule of the entity lets in, and below how often the code does it. The service role
      passes every rule. <em>Unknown</em> means that the export does not show it, never that it is safe.</p>
    <div class="scroll heavy" role="region" aria-label="Entity access, ${labelOf(app)}" tabindex="0">
      <table class="matrix entities">
        <thead>
          <tr>
            <th scope="col">Entity</th>
            ${operations.map((operation) => markup`<th scope="col">${operation}</th>`)}
            <th scope="col">Tenant key</th>
            <th scope="col">Sensitive fields</th>
          </tr>
        </thead>
        ${rows.map((row) => body(row, app, dynamic, context))}
      </table>
    </div>`;
}

function body(row: EntityRow, app: AppSummary, dynamic: boolean, context: FindingContext): Html {
  const { name, schema, uses } = row;
  return markup`<tbody>
    <tr>
      <th scope="row">${name === null ? 'Named only at run time' : breakable(name)}
        <span class="aside">${schema ? counted(schema.fields, 'field') : noSchema(row)}</span></th>
      ${operations.map((operation) => cell(operation, row, dynamic))}
      <td data-label="Tenant key">${tenantCell(row, app)}</td>
      <td data-label="Sensitive fields" class="fields">${sensitiveCell(schema)}</td>
    </tr>
    <tr class="detail"><td colspan="7"><details>
      <summary>Rules and places<span class="unseen"> of ${name ?? 'entities named only at run time'}</span></summary>
      <div class="sheet">
        ${schema && rules(schema)}
        ${
          uses.length > 0
            ? markup`<ul>${uses.map((use) => useItem(use))}</ul>`
            : markup`<p>No code in sight ${dynamic ? 'names it; calls whose entity only the run decides may reach it' : 'uses it'}.</p>`
        }
        ${schema && findingLinks(({ location }) => location.file === schema.file, context)}
      </div>
    </details></td></tr>
  </tbody>`;
}

/** The platform keeps users itself, so that their missing schema says nothing. */
function noSchema({ name }: EntityRow): string {
  if (name === null) return 'any entity';
  return name === 'User' ? 'kept by the platform' : 'no schema in this export';
}

function cell(operation: Operation, { name, schema, uses }: EntityRow, dynamic: boolean): Html {
  const own = uses.filter((use) => use.operation === operation);
  const kind = schema?.access[operation].kind ?? (name === 'User' ? 'platform' : 'unknown');
  const roles = schema?.access[operation].roles ?? [];
  return markup`<td data-label="${operation}"><span class="access ${kind}">${kindWords[kind]}${roles.length > 0 && `: ${roles.join(', ')}`}</span>
    <span class="uses">${own.length > 0 ? useWords(own) : dynamic ? 'no call by name' : 'no call in sight'}</span></td>`;
}

/** "3 calls, 1 as service role" */
function useWords(uses: readonly EntityUse[]): string {
  const count = (isMeant: (use: EntityUse) => boolean): number =>
    uses.filter(isMeant).reduce((sum, { calls }) => sum + calls, 0);
  const all = count(() => true);
  const service = count(({ role }) => role === 'service');
  const unclear = count(({ role }) => role === 'unknown');
  const unsure = count(({ sure }) => !sure);
  return [
    counted(all, 'call'),
    ...(service > 0 ? [service === all ? 'as service role' : `${service} as service role`] : []),
    ...(unclear > 0 ? [`${unclear} as whom is unknown`] : []),
    ...(unsure > 0 ? [`${unsure} perhaps`] : []),
  ].join(', ');
}

function tenantCell({ schema, name }: EntityRow, { tenants }: AppSummary): Html | string {
  if (!schema) return name === 'User' ? '' : markup`<span class="aside">unknown</span>`;
  if (schema.tenantKeys.length > 0) return markup`${schema.tenantKeys.map((key) => markup`<code>${key}</code> `)}`;
  if (tenants.length === 0) return '';
  return markup`<span class="aside">${schema.openFields ? 'none declared' : 'none'}</span>`;
}

const held = { secret: 'secret', regulated: 'regulated', personal: 'personal' } as const;

function sensitiveCell(schema: EntitySummary | null): Html | string {
  if (!schema) return 'unknown';
  const kinds = (['secret', 'regulated', 'personal'] as const).filter((kind) => schema.holds[kind].length > 0);
  if (kinds.length === 0) return 'none by name';
  return markup`${kinds.map((kind) => markup`<span class="held"><span class="aside">${held[kind]}</span> ${schema.holds[kind].join(', ')}</span>`)}`;
}

function rules({ access, file }: EntitySummary): Html {
  return markup`<p class="aside"><code>${file}</code></p>
    <ul>${operations.map((operation) => {
      const { kind, reason, location } = access[operation];
      return markup`<li>${operation}: ${kindWords[kind]}, ${prose(reason)}${location && markup` ${placeCode(location)}`}</li>`;
    })}</ul>`;
}

const zones: Readonly<Record<EntityUse['zone'], string>> = {
  frontend: 'in the browser',
  function: 'in backend functions',
  shared: 'in code that functions share',
};

const roleWords: Readonly<Record<EntityUse['role'], string>> = {
  user: 'as the user',
  service: 'as the service role',
  unknown: 'as whom is not in sight',
};

function useItem({ operation, calls, methods, zone, role, sure, places }: EntityUse): Html {
  return markup`<li><strong>${operation}</strong> ${counted(calls, 'call')} ${zones[zone]}, ${roleWords[role]}${!sure && ', perhaps'}
    (${methods.join(', ')}): ${placeList(places, calls)}</li>`;
}
