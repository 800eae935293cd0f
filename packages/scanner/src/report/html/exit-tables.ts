import type { ExitEntity, ExitSection } from '../../result/exit.js';
import { counted } from '../../counted.js';
import { numberOf } from '../ranges.js';
import type { ExitContext } from './exit-context.js';
import { markup, prose, type Html } from './template.js';

const zones = { frontend: 'browser', function: 'functions', shared: 'shared code' } as const;

/** What moves with each entity. */
export function entityTable({ entities }: ExitSection, { label }: ExitContext): Html {
  if (entities.length === 0) return markup``;
  return markup`<h3>Entities to move</h3>
    <div class="scroll" role="region" aria-label="Entities to move, ${label}" tabindex="0">
      <table class="exit-entities">
        <caption>
          Fields, relations by the names of fields, rules to build again
        </caption>
        <thead>
          <tr>
            <th scope="col">Entity</th>
            <th scope="col" class="amount">Fields</th>
            <th scope="col">Relations</th>
            <th scope="col">Rules</th>
            <th scope="col">Sensitive fields</th>
          </tr>
        </thead>
        <tbody>
          ${entities.map(entityRow)}
        </tbody>
      </table>
    </div>`;
}

function entityRow({ name, schema, used, fields, relations, rules, open, sensitive }: ExitEntity): Html {
  const notes = [...(schema === null ? ['no schema in the export'] : []), ...(used ? [] : ['no code asks for it'])];
  return markup`<tr>
    <th scope="row">${name}${notes.length > 0 && markup` <span class="aside">${notes.join(', ')}</span>`}</th>
    <td class="amount">${fields ?? 'unknown'}</td>
    <td>${relations
      .map(({ entity }) => entity)
      .filter(once)
      .join(', ')}</td>
    <td>
      ${
        rules === null
          ? 'unknown'
          : rules.length > 0 &&
            markup`<details><summary>${counted(rules.length, 'rule')}</summary><ul>${rules.map(({ operations, reason }) => markup`<li>${operations.length > 0 && `${operations.join(', ')}: `}${prose(reason)}</li>`)}</ul></details>`
      }
      ${open.length > 0 && markup`<span class="aside">open to everyone: ${open.join(', ')}</span>`}
    </td>
    <td>${sensitive === null ? 'unknown' : sensitive.join(', ')}</td>
  </tr>`;
}

function once(name: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(name) === index;
}

/** Every member of the SDK that the app calls, by zone, the template's apart. */
export function useTable({ uses }: ExitSection, { label }: ExitContext): Html {
  if (uses.length === 0) return markup`<p class="empty">No code of this app calls the SDK.</p>`;
  return markup`<h3>Calls of the SDK</h3>
    <div class="scroll" role="region" aria-label="Calls of the SDK, ${label}" tabindex="0">
      <table class="exit-uses">
        <caption>
          By member and zone; calls of the export template are replaced once and not weighed
        </caption>
        <thead>
          <tr>
            <th scope="col">Member</th>
            <th scope="col">Runs in</th>
            <th scope="col">Code</th>
            <th scope="col" class="amount">Calls</th>
            <th scope="col" class="amount">Service role</th>
            <th scope="col" class="amount">Files</th>
          </tr>
        </thead>
        <tbody>
          ${uses.map(
            ({ member, zone, code, calls, asService, files, group }) =>
              markup`<tr>
                <th scope="row"><code>${member}</code>${group === null && markup` <span class="aside">in no SDK version</span>`}</th>
                <td>${zones[zone]}</td>
                <td>${code === 'own' ? 'own' : 'template'}</td>
                <td class="amount">${numberOf(calls)}</td>
                <td class="amount">${numberOf(asService)}</td>
                <td class="amount">${numberOf(files)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
