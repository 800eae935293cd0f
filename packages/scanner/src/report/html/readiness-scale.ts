import { decisionTree } from '@base44-lint/catalog';
import type { ReadinessCriterion, ReadinessSection } from '../../result/readiness.js';
import { spanOf, standingOf } from '../readiness-words.js';
import { markup, type Html } from './template.js';

/** Points of a scale on the paper: room for the numbers at both ends. */
const left = 12;
const step = 34;

function x(level: number): number {
  return left + level * step;
}

/** A criterion as five points: what remains, where the export draws the line, what was answered. */
export function criterionScale(criterion: ReadinessCriterion): Html {
  const { levels, points, answer, cap, contradiction, title } = criterion;
  const text = `${title}: ${standingOf(criterion)}; counts as ${spanOf(points)}`;
  return markup`<svg class="scale" viewBox="0 0 160 34" role="img" aria-label="${text}">
    <line class="line" x1="${x(0)}" x2="${x(4)}" y1="12" y2="12"></line>
    <rect class="range" x="${x(points.low) - 3}" y="9" width="${(points.high - points.low) * step + 6}" height="6" rx="3"></rect>
    ${cap < 4 && markup`<line class="cap" x1="${x(cap) + step / 2}" x2="${x(cap) + step / 2}" y1="2" y2="22"></line>`}
    ${levels.map(
      ({ level }) =>
        markup`<circle class="${level > cap ? 'level out' : level === answer && !contradiction ? 'level chosen' : 'level'}" cx="${x(level)}" cy="12" r="5"></circle>
        <text x="${x(level)}" y="31">${level}</text>`,
    )}
    ${contradiction && markup`<circle class="claimed" cx="${x(contradiction.answer)}" cy="12" r="8"></circle>`}
  </svg>`;
}

const width = 480;

/** The total on its 32 points, over the bands of the table, with what holds today below it. */
export function totalScale({ total, today, asAnswered, model }: ReadinessSection): Html {
  const at = (points: number): number => 10 + (points / model.highestTotal) * (width - 20);
  const bands = decisionTree.flatMap(({ totals, action }) => (totals ? [{ totals, action }] : []));
  const bar = (kind: string, { low, high }: ReadinessSection['total'], y: number): Html =>
    markup`<rect class="${kind}" x="${(at(low) - 3).toFixed(1)}" y="${y}" width="${(at(high) - at(low) + 6).toFixed(1)}" height="7" rx="3"></rect>`;
  const text = [
    `${spanOf(total)} of ${model.highestTotal} points`,
    asAnswered && `${spanOf(asAnswered.total)} with answers taken as given`,
    `${spanOf(today.total)} with what the platform can do today`,
  ]
    .filter(Boolean)
    .join('; ');
  return markup`<svg class="scale total" viewBox="0 0 ${width} 56" role="img" aria-label="${text}">
    ${bands.map(({ totals: [from, to], action }) => {
      // A band reaches half a point beyond its first and last total.
      const [start, end] = [at(Math.max(0, from - 0.5)), at(Math.min(model.highestTotal, to + 0.5))];
      return markup`<rect class="band ${action}" x="${start.toFixed(1)}" y="2" width="${(end - start).toFixed(1)}" height="38"></rect>`;
    })}
    ${bar('range', total, 6)} ${asAnswered && bar('claim', asAnswered.total, 17)} ${bar('today', today.total, 28)}
    ${[0, 16, 20, 24, 28, 32].map((points) => markup`<text x="${at(points).toFixed(1)}" y="52">${points}</text>`)}
  </svg>`;
}
