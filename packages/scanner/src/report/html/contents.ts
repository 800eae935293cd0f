import type { AppReport } from '../../result.js';
import { labelOf } from '../words.js';
import { markup, type Html } from './template.js';

/** A section of an app's part of the page, under the id that links lead to. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** In the contents, where the title is long. */
  readonly short?: string;
  /** A few characters behind the title in the contents: how much there is. */
  readonly count?: number;
  readonly body: Html;
}

export interface Part {
  readonly report: AppReport;
  readonly prefix: string;
  readonly sections: readonly Section[];
}

const last = markup`<li><a href="#method">Method</a></li>`;

/** The way through the page; beside it on wide screens, before it on narrow ones. */
export function contents(parts: readonly Part[]): Html {
  const [only] = parts;
  return markup`<nav class="contents" aria-label="Contents">
    ${
      parts.length === 1 && only
        ? links(only, last)
        : parts.map(
            (part) =>
              markup`<details class="part"><summary>${labelOf(part.report.app)}</summary>${links(part)}</details>`,
          )
    }
    ${parts.length > 1 && markup`<ol>${last}</ol>`}
  </nav>`;
}

function links({ prefix, sections }: Part, more?: Html): Html {
  return markup`<ol>
    <li><a href="#${prefix}verdict">Verdict</a></li>
    ${sections.map(
      ({ id, title, short, count }) =>
        markup`<li><a href="#${prefix}${id}">${short ?? title}${count !== undefined && markup` <span class="count">${count}</span>`}</a></li>`,
    )}
    ${more}
  </ol>`;
}
