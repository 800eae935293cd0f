import type { Finding, Location } from '../../result.js';
import type { FindingContext } from './finding-context.js';
import { anchorOf } from './findings.js';
import { markup, type Html } from './template.js';

/** "src/pages/Clients.jsx:12" */
export function placeCode({ file, start }: Location): Html {
  return markup`<code>${file}:${start.line}</code>`;
}

/** The places that a result lists, each file named once in a row, and how many more there are. */
export function placeList(places: readonly Location[], total: number): Html {
  const rest = total - places.length;
  const items = places.map((one, index) => {
    const before = places[index - 1];
    if (!before) return placeCode(one);
    return before.file === one.file ? markup`, <code>${one.start.line}</code>` : markup`, ${placeCode(one)}`;
  });
  return markup`${items}${rest > 0 && ` and ${rest} more`}`;
}

const mostLinks = 12;

/** Links to the findings in a file that the page shows. */
export function findingLinks(isMeant: (finding: Finding) => boolean, context: FindingContext): Html | false {
  const shown = [...context.numbers].filter(([finding]) => isMeant(finding));
  if (shown.length === 0) return false;
  const rest = shown.length - mostLinks;
  return markup`<p>Findings here: ${shown
    .slice(0, mostLinks)
    .map(
      ([finding, number], index) =>
        markup`${index > 0 && ', '}<a href="#${anchorOf(finding, context)}">${number} (${finding.severity})</a>`,
    )}${rest > 0 && ` and ${rest} more`}.</p>`;
}
