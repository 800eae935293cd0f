import type { AppSummary, EntitySummary } from '../../result.js';
import { html, type Html } from './template.js';

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
export function entitySection({ entities, schemas }: AppSummary): Html {
  const missing =
    schemas.missing.length > 0 &&
    html`<p>
      The code also uses <strong>${schemas.missing.join(', ')}</strong>, which
      ${schemas.missing.length === 1 ? 'has' : 'have'} no schema in this export: access unknown.
    </p>`;
  if (entities.length === 0)
    return html`<p class="empty">
        This export holds no entity schemas, so nothing can be said about access to its data.
      </p>
      ${missing}`;
  return html` <div class="scroll" role="region" aria-label="Entity access" tabindex="0">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">Entity</th>
            ${operations.map((operation) => html`<th scope="col">${operation}</th>`)}
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

function row({ name, access, sensitive, fields }: EntitySummary): Html {
  return html` <tr>
    <th scope="row">${name} <span class="aside">${fields} fields</span></th>
    ${operations.map((operation) => {
      const { kind, reason } = access[operation];
      return html`<td><span class="access ${kind}" title="${reason}">${kindWords[kind]}</span></td>`;
    })}
    <td class="fields">${sensitive.join(', ')}</td>
  </tr>`;
}
