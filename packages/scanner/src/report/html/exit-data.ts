import type { ExitSection } from '../../result/exit.js';
import { counted } from '../../counted.js';
import { exportVerdict } from '../exit-words.js';
import { place } from '../reporter.js';
import { markup, type Html } from './template.js';

/** How the rows get out, and which ones no code takes out. */
export function dataSection({ dataExport }: ExitSection): Html {
  const { paths, missed, inPart, firstRowsOnly, verdict } = dataExport;
  const reading = paths.filter(({ entities, dynamic }) => entities.length > 0 || dynamic);
  return markup`<h3>Taking the data out</h3>
    <p>${exportVerdict(dataExport)}</p>
    <ul>
      ${reading.map(
        ({ file, entities, pages, dynamic }) =>
          markup`<li>
            <code>${file}</code>
            <details>
              <summary>
                ${counted(entities.length, 'entity', 'entities')}, ${pages.length} of them page by page${dynamic && ', and some by names that only the run decides'}
              </summary>
              <p>${entities.join(', ')}</p>
            </details>
          </li>`,
      )}
    </ul>
    ${verdict !== 'none' && names('Read by none of them', missed)}
    ${names('Read only in part, by a condition', inPart)}
    ${names('Read, but nowhere page by page, so that later rows are left out', firstRowsOnly)}`;
}

/** What the code refers to and the repository lacks. */
export function lacksSection({ sanity, storage }: ExitSection): Html {
  return markup`<h3>What the export lacks</h3>
    ${names('Entities without schema', sanity.missingEntities)}
    ${names('Functions that the code calls and the export does not hold', sanity.missingFunctions)}
    ${names('Secrets to set again', sanity.secrets)}
    <ul>
      ${sanity.drift.map(
        ({ rule, findings, first }) =>
          markup`<li>${counted(findings, 'finding')} of <code>${rule}</code>, first at <code>${place({ location: first })}</code></li>`,
      )}
      ${storage.files.length > 0 && markup`<li>${counted(storage.files.length, 'address', 'addresses')} of files on the platform's storage in code</li>`}
      ${sanity.notExportable.map((text) => markup`<li>${text}</li>`)}
    </ul>`;
}

function names(label: string, all: readonly string[]): Html | false {
  return (
    all.length > 0 &&
    markup`<details>
      <summary>${label}: ${all.length}</summary>
      <p>${all.join(', ')}</p>
    </details>`
  );
}
