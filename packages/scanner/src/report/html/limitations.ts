import type { AppReport, LimitationVerdict } from '../../result.js';
import { labelOf, todayOf, verdictWords } from '../words.js';
import { markup, prose, type Html } from './template.js';

const order: readonly LimitationVerdict['verdict'][] = ['found', 'clear', 'not-checked'];

/** Every limitation of the catalogue with its verdict and what the platform can do today. */
export function limitationSection({ app, limitations }: AppReport, prefix: string): Html {
  const rows = order.flatMap((verdict) => limitations.filter((limitation) => limitation.verdict === verdict));
  return markup` <div class="scroll" role="region" aria-label="Limitations of the platform, ${labelOf(app)}" tabindex="0">
    <table class="limitations">
      <thead>
        <tr>
          <th scope="col">Verdict</th>
          <th scope="col">Limitation</th>
          <th scope="col">Platform today</th>
          <th scope="col">Why this verdict</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((limitation) => row(limitation, prefix))}
      </tbody>
    </table>
  </div>`;
}

function row(limitation: LimitationVerdict, prefix: string): Html {
  const { verdict, id, title, consequence, workaround, question, state, checkedOn, today } = limitation;
  return markup` <tr id="${prefix}${id}">
    <td><span class="verdict ${verdict}">${verdictWords[verdict]}</span></td>
    <th scope="row">
      <details>
        <summary>${title}</summary>
        <p>${consequence}</p>
        <p><strong>On Base44 today.</strong> ${workaround}</p>
        <p><strong>Ask the owner.</strong> ${question}</p>
        <p class="aside"><code>${id}</code></p>
      </details>
    </th>
    <td>
      <details>
        <summary><span class="today ${today}">${todayOf(limitation)}</span></summary>
        <p>${state}</p>
        <p class="aside">Checked on ${checkedOn}.</p>
      </details>
    </td>
    <td>${prose(limitation.reason)}</td>
  </tr>`;
}
