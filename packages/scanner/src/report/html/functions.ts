import { counted } from '../../counted.js';
import type { AppSummary, FunctionCaller, FunctionCheck, FunctionSummary } from '../../result.js';
import { labelOf } from '../words.js';
import type { FindingContext } from './finding-context.js';
import { findingLinks, placeCode, placeList } from './places.js';
import { breakable, markup, prose, type Content, type Html } from './template.js';

export const verdictWords: Readonly<Record<FunctionCheck['verdict'], string>> = {
  always: 'always',
  partly: 'in part',
  'access-rules': 'access rules',
  never: 'never',
  unknown: 'unknown',
  'no-calls': 'nothing to guard',
};

/** What each backend function asks of its caller, what it may do, and what starts it. */
export function functionSection(app: AppSummary, context: FindingContext): Html {
  const { functions } = app;
  if (functions.length === 0) return markup`<p class="empty">This export holds no backend functions.</p>`;
  return markup`<p>Authentication is whether a function finds out who calls before it does something; authorisation is whether it asks for
      a role, the owner of the row or a secret. <em>None</em> means none in sight.
      Everyone who knows its address can call a function. <em>Never</em> is no
      finding by itself, since some are meant for everyone; what is wrong stands under <a href="#${context.prefix}findings">Findings</a>.${functions.some(({ unnamedCallers }) => unnamedCallers) && ' Some code starts functions whose names only the run decides, so that what nothing starts by name may be started all the same.'}</p>
    <div class="scroll heavy" role="region" aria-label="Backend functions, ${labelOf(app)}" tabindex="0">
      <table class="matrix functions">
        <thead>
          <tr>${['Function', 'Authentication', 'Authorisation', 'Service role', 'Environment', 'Paid calls', 'Outside', 'Started by'].map((title) => markup`<th scope="col">${title}</th>`)}</tr>
        </thead>
        ${functions.map((one) => body(one, context))}
      </table>
    </div>`;
}

function body(one: FunctionSummary, context: FindingContext): Html {
  const { name, authentication, authorisation, serviceRole, environment, paid, outside, code, file } = one;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const inFolder = /\/entry\.\w+$/.test(file);
  const cell = (label: string, content: Content, none = 'none'): Html =>
    markup`<td data-label="${label}">${content || markup`<span class="aside">${code === 'not-checked' ? 'unknown' : none}</span>`}</td>`;
  return markup`<tbody>
    <tr>
      <th scope="row">${breakable(name)}${code === 'not-checked' && markup` <span class="aside">not all of its code was understood</span>`}</th>
      ${cell('Authentication', badge(authentication))}
      ${cell('Authorisation', badge(authorisation))}
      ${cell('Service role', serviceRole.calls > 0 && markup`<span class="access public-part">${counted(serviceRole.calls, 'call')}</span>`)}
      ${cell('Environment', list(environment.map(({ name: key }) => markup`<code>${key}</code>`)))}
      ${cell('Paid calls', list(paid.map(({ member, calls }) => `${last(member)}${calls > 1 ? ` × ${calls}` : ''}`)))}
      ${cell('Outside', list(outside.map(({ service, calls, ownersKey }) => `${service ?? 'address unknown'}${calls > 1 ? ` × ${calls}` : ''}${ownersKey ? ', with a key of the owner' : ''}`)))}
      ${cell('Started by', startedBy(one), 'nothing in the export')}
    </tr>
    <tr class="detail"><td colspan="8"><details>
      <summary>Reasons and places<span class="unseen"> of ${name}</span></summary>
      <div class="sheet">
        <p class="aside"><code>${file}</code></p>
        <ul>
          ${checkItem('Authentication', authentication)}
          ${checkItem('Authorisation', authorisation)}
          ${serviceRole.calls > 0 && markup`<li><strong>Service role</strong> ${counted(serviceRole.calls, 'call')}: ${placeList(serviceRole.places, serviceRole.calls)}</li>`}
          ${environment.length > 0 && markup`<li><strong>Environment</strong> ${environment.map(({ name: key, location }, index) => markup`${index > 0 && ', '}${key} ${placeCode(location)}`)}</li>`}
          ${paid.map(({ member, location }) => markup`<li><strong>Paid</strong> ${member} ${placeCode(location)}</li>`)}
          ${outside.map(({ service, kind, location }) => markup`<li><strong>Outside</strong> ${service ?? 'an address that only the run decides'} (${kind}) ${placeCode(location)}</li>`)}
          ${one.callers.map((caller) => markup`<li><strong>Started by</strong> ${callerWords(caller)} ${placeCode(caller.location)}</li>`)}
        </ul>
        ${findingLinks(({ location }) => location.file === file || (inFolder && location.file.startsWith(folder)), context)}
      </div>
    </details></td></tr>
  </tbody>`;
}

function badge({ verdict }: FunctionCheck): Html {
  return markup`<span class="check ${verdict}">${verdictWords[verdict]}</span>`;
}

function checkItem(title: string, { verdict, reason, places }: FunctionCheck): Html {
  return markup`<li><strong>${title}</strong> ${verdictWords[verdict]}. ${prose(reason)}${
    places.length > 0 &&
    markup`<ul>${places.map(({ note, location }) => markup`<li>${prose(note)}${location && markup` ${placeCode(location)}`}</li>`)}</ul>`
  }</li>`;
}

function list(items: readonly Content[]): Html | false {
  return items.length > 0 && markup`<ul class="plain">${items.map((item) => markup`<li>${item}</li>`)}</ul>`;
}

const last = (member: string): string => member.slice(member.lastIndexOf('.') + 1);

const kinds: Readonly<Record<FunctionCaller['kind'], string>> = {
  browser: 'the browser',
  function: 'functions',
  schedule: 'a schedule',
  entity: 'a record change',
  connector: 'a connector',
  event: 'an event',
  agent: 'an agent',
};

function startedBy({ callers, unnamedCallers }: FunctionSummary): Html | false {
  const groups = (Object.keys(kinds) as FunctionCaller['kind'][]).flatMap((kind) => {
    const own = callers.filter((caller) => caller.kind === kind);
    if (own.length === 0) return [];
    const what = kind === 'browser' || kind === 'function' ? counted(own.length, 'place') : own.map(named).join(', ');
    return [`${kinds[kind]}: ${what}`];
  });
  if (groups.length === 0 && unnamedCallers) return list(['nothing by name']);
  return list(groups);
}

const named = ({ name, active }: FunctionCaller): string => (active ? name : `${name} (off)`);

function callerWords({ kind, name, sure, active }: FunctionCaller): string {
  const what =
    kind === 'browser' ? 'browser code' : kind === 'function' ? 'code of a function' : `${kinds[kind]}: ${name}`;
  return `${what}${sure ? '' : ', perhaps'}${active ? '' : ', switched off'}`;
}
