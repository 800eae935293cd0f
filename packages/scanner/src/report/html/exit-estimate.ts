import type { ExitPart, ExitSection } from '../../result/exit.js';
import { dollarsOf, numberOf, rangeOf } from '../ranges.js';
import type { ExitContext } from './exit-context.js';
import { markup, type Html } from './template.js';

/** The terms as a bar and as a table, then the steps from their sum to hours, weeks and cost. */
export function estimateSection(section: ExitSection, { prefix, label }: ExitContext): Html {
  const { estimate, framework } = section;
  const { terms, steps, sum, weightsVersion } = estimate;
  return markup`<h3>Estimate</h3>
    ${bar(section, prefix)}
    <div class="scroll" role="region" aria-label="Terms of the estimate, ${label}" tabindex="0">
      <table class="exit-terms">
        <caption>
          Each count times its weight, weights ${weightsVersion}
        </caption>
        <thead>
          <tr>
            <th scope="col">What is counted</th>
            <th scope="col" class="amount">Count</th>
            <th scope="col" class="amount">Hours for one</th>
            <th scope="col" class="amount">Hours</th>
          </tr>
        </thead>
        <tbody>
          ${terms.map(
            ({ what, count, hoursEach, hours }) =>
              markup`<tr>
                <th scope="row">${what}</th>
                <td class="amount">${numberOf(count)}</td>
                <td class="amount">${hoursEach.low}–${hoursEach.high}</td>
                <td class="amount">${rangeOf(hours)}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan="3">Sum</th>
            <td class="amount">${rangeOf(sum)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
    <ol class="exit-steps">
      ${steps.map(
        ({ what, formula, result }) =>
          markup`<li>
            <strong>${what}: ${what.startsWith('Cost') ? dollarsOf(result) : rangeOf(result)}</strong>
            <span class="aside">${formula}</span>
          </li>`,
      )}
    </ol>
    <p class="aside">
      Bounds: framework ${framework.version}, ${framework.source.title}, ${framework.source.date}:
      ${rangeOf(framework.hours)} hours, ${rangeOf(framework.weeks)} weeks, ${dollarsOf(framework.cost)}.
    </p>`;
}

/** So many parts have a colour of their own; the others share one. */
const colours = 8;

/** The middle of each part's hours, side by side. The table below says the same in words. */
function bar({ parts }: ExitSection, prefix: string): Html {
  const weighed = parts.filter(({ hours }) => hours.high > 0).sort((a, b) => middle(b) - middle(a));
  const shown = weighed.slice(0, colours);
  const rest = weighed.slice(colours).reduce((total, part) => total + middle(part), 0);
  const pieces = [
    ...shown.map((part) => ({ name: part.title, hours: middle(part) })),
    ...(rest > 0 ? [{ name: 'Everything else', hours: rest }] : []),
  ];
  const total = pieces.reduce((sum, { hours }) => sum + hours, 0);
  const share = (hours: number): number => (100 * hours) / Math.max(total, 1);
  const title = `${prefix}exit-bar`;
  const words = pieces.map(({ name, hours }) => `${name} ${Math.round(share(hours))} %`).join(', ');
  let x = 0;
  return markup`<svg class="exit-bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-labelledby="${title}">
      <title id="${title}">Share of the hours: ${words}</title>
      ${pieces.map(({ hours }, index) => {
        const width = share(hours);
        const rect = markup`<rect class="exit-piece-${index}" x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="10"></rect>`;
        x += width;
        return rect;
      })}
    </svg>
    <ul class="legend">
      ${pieces.map(
        ({ name, hours }, index) =>
          markup`<li><span class="dot exit-piece-${index}"></span>${name} <strong>${Math.round(share(hours))} %</strong></li>`,
      )}
    </ul>`;
}

function middle({ hours }: ExitPart): number {
  return (hours.low + hours.high) / 2;
}
