import { counted } from '../counted.js';
import { shell } from '../report/html/shell.js';
import { style } from '../report/html/style.js';
import { markup, prose, type Html } from '../report/html/template.js';
import { severities } from '../report/reporter.js';
import { nameInFleet, standing } from './words.js';
import type { FleetApp, FleetResult, FleetRow } from './result.js';

/** One page for all apps: a row each, worst first, with a link to its report. */
export function fleetPage(result: FleetResult): string {
  const apps = result.fleet.flatMap((row) => row.apps.map((app) => ({ row, app })));
  const failed = result.fleet.filter(({ failure }) => failure !== null);
  const failing = apps.filter(({ app }) => app.fails).length;
  const body = markup`
    <section class="hero ${failing > 0 ? 'bad' : failed.length > 0 ? 'mixed' : 'good'}">
      <p class="kicker">Base44 fleet</p>
      <h1>${counted(apps.length, 'app')}</h1>
      <p class="lead">${counted(failing, 'app')} at or above the gate${failed.length > 0 && `, ${counted(failed.length, 'target')} not scanned`}.</p>
    </section>
    ${failed.length > 0 && notScanned(failed)}
    <section>
      <h2 id="apps">Apps</h2>
      <div class="scroll"><table>
        <caption class="aside">Worst first. Counts are findings that nobody suppressed.</caption>
        <thead><tr><th scope="col">App</th>${severities.slice(0, 4).map((one) => markup`<th scope="col">${one}</th>`)}<th scope="col">Fix first</th><th scope="col">Limitations</th><th scope="col">Not checked</th></tr></thead>
        <tbody>${[...apps].sort((a, b) => standing(b.app) - standing(a.app)).map(({ row, app }) => line(row, app))}</tbody>
      </table></div>
    </section>
    <footer><p>Made by ${result.tool.name} ${result.tool.version} from the files alone; nothing was executed or sent. Each report says what it could not see.</p></footer>`;
  return `${shell('Base44 fleet', style + fleetStyle, body).text.trimEnd()}\n`;
}

function line(row: FleetRow, app: FleetApp): Html {
  const label = nameInFleet(row, app);
  const [first] = app.worst;
  return markup`<tr>
    <th scope="row"><a href="${row.html}">${label}</a><br><span class="aside">${counted(app.codeLines, 'line')}</span></th>
    ${severities.slice(0, 4).map((one) => markup`<td class="number ${app.counts[one] > 0 && one}">${app.counts[one]}</td>`)}
    <td>${first ? markup`${prose(first.message)} <span class="aside">${first.rule}, ${first.count}</span>` : 'nothing'}</td>
    <td>${app.limitations.found} found, ${app.limitations.clear} clear, ${app.limitations.notChecked} not checked</td>
    <td class="number">${counted(app.notChecked, 'file')}</td>
  </tr>`;
}

function notScanned(rows: readonly FleetRow[]): Html {
  return markup`<section><h2 id="failed">Not scanned</h2>
    <ul class="unchecked">${rows.map(({ path, failure }) => markup`<li><code>${path}</code> ${failure}</li>`)}</ul></section>`;
}

const fleetStyle = `
.scroll { overflow-x: auto; }
.scroll td.number { text-align: right; font-variant-numeric: tabular-nums; }
.scroll td.critical { color: var(--critical); font-weight: 650; } .scroll td.high { color: var(--high); font-weight: 650; }
.scroll td.medium { color: var(--medium); } .scroll td.low { color: var(--low); }
`;
