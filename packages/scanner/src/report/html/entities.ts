import type { AppSummary, EntitySummary } from '../../result.js';
import { labelOf } from '../words.js';
import { counted } from '../../counted.js';
import { markup, prose, type Html } from './template.js';

const operations = ['create', 'read', 'update', 'delete'] as const;

const kindWords: Readonly<Record<EntitySummary['access']['read']['kind'], string>> = {
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

/** Who may do what with which entity, as the access rules in the schemas say. */
export function entitySection(app: AppSummary): Html {
  const { entities, schemas } = app;
  const missing =
    schemas.missing.length > 0 &&
    markup`<p>
      The code also uses <strong>${schemas.missing.join(', ')}</strong>, which
      ${schemas.missing.length === 1 ? 'has' : 'have'} no schema in this export: access unknown.
    </p>`;
  if (entities.length === 0)
    return markup`<p class="empty">
        This export holds no entity schemas, so nothing can be said about access to its data.
      </p>
      ${missing}`;
  return markup` <div class="scroll" role="region" aria-label="Entity access, ${labelOf(app)}" tabindex="0">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">Entity</th>
            ${operations.map((operation) => markup`<th scope="col">${operation}</th>`)}
            <th scope="col">Sensitive fields</th>
          </tr>
        </thead>
        <tbody>
          ${entities.map(row)}
        </tbody>
      </table>
    </div>
    ${missing}`;
}

function row({ name, file, access, sensitive, fields }: EntitySummary): Html {
  return markup`
    <tr>
      <th scope="row">
        <details>
          <summary>${name} <span class="aside">${counted(fields, 'field')}</span></summary>
          <p class="aside"><code>${file}</code></p>
          <ul class="aside">${operations.map((operation) => markup`<li>${operation}: ${prose(access[operation].reason)}</li>`)}</ul>
        </details>
      </th>
      ${operations.map((operation) => markup`<td><span class="access ${access[operation].kind}">${kindWords[access[operation].kind]}</span></td>`)}
      <td class="fields">${sensitive.join(', ')}</td>
    </tr>`;
}
