import type { Placed } from '../../result.js';
import type { FindingContext } from './finding-context.js';
import { anchorOf } from './findings.js';
import { markup, prose, type Html } from './template.js';

/** Findings that the page shows, by identity, so that a task can point to them. */
export type ReadinessContext = Pick<FindingContext, 'prefix' | 'numbers' | 'titles'>;

export function placePart({ note, location }: Placed): Html {
  return markup`<li>${prose(note)}${location && markup` <code>${location.file}:${location.start.line}</code>`}</li>`;
}

const mostLinks = 8;

/** Links to the findings that the page shows; those below its threshold are only counted. */
export function links(identities: readonly string[], context: ReadinessContext): Html | false {
  const wanted = new Set(identities);
  const shown = [...context.numbers.keys()].filter(({ identity }) => wanted.has(identity));
  if (identities.length === 0) return false;
  const rest = identities.length - Math.min(shown.length, mostLinks);
  return markup`; findings ${shown
    .slice(0, mostLinks)
    .map(
      (finding) => markup`<a href="#${anchorOf(finding, context)}">${context.numbers.get(finding)}</a> `,
    )}${rest > 0 && `${shown.length > 0 ? 'and ' : ''}${rest} more`}`;
}
