import { counted } from '../../counted.js';
import type { AppReport } from '../../result.js';
import { markup, prose, type Html } from './template.js';

/** What was not checked, what this scan could not see, and what no export shows. */
export function unseenSection(report: AppReport): Html {
  const gaps = gapsOf(report);
  return markup`${files(report)}
    ${gaps.length > 0 && markup`<h3>Out of sight in this scan</h3><ul class="unchecked">${gaps.map((text) => markup`<li>${prose(text)}</li>`)}</ul>`}
    <h3>What no export shows</h3>
    <ul class="unchecked">${[...never, ...report.exit.sanity.notExportable].map((text) => markup`<li>${prose(text)}</li>`)}</ul>`;
}

function files({ notChecked }: AppReport): Html {
  if (notChecked.length === 0)
    return markup`<p class="empty">Every file that concerns Base44 was read and understood.</p>`;
  return markup`<h3>Files</h3><ul class="unchecked">${notChecked.map(({ file, reason }) => markup`<li><code>${file}</code> ${reason}</li>`)}</ul>`;
}

/** True of every scan of files. */
const never: readonly string[] = [
  'What happens when the app runs: nothing was executed, and no request was made.',
  'Rows, and whether what is stored in them is what the names of the fields promise.',
  'What the platform itself does behind its interfaces; this report takes it from its documentation, with the day on which it was read.',
];

function gapsOf({ app, exit, limitations }: AppReport): string[] {
  const { schemas, entityUses, functions, visibility, sdk } = app;
  const dynamic = entityUses.filter(({ entity }) => entity === null).reduce((sum, { calls }) => sum + calls, 0);
  const { missingFunctions, ownClientCalls } = exit.sanity;
  const unread = functions.filter(({ code }) => code === 'not-checked').length;
  const unchecked = limitations.filter(({ verdict }) => verdict === 'not-checked').length;
  return [
    ...(unchecked > 0 ? [`${counted(unchecked, 'limitation')} of the platform; the reason stands beside each.`] : []),
    ...(schemas.missing.length > 0
      ? [
          `Access to ${schemas.missing.join(', ')}: the code uses ${schemas.missing.length === 1 ? 'it' : 'them'}, and the export holds no schema.`,
        ]
      : []),
    ...(dynamic > 0
      ? [
          `Which entity ${counted(dynamic, 'call')} ${dynamic === 1 ? 'asks' : 'ask'} for, since only the run decides its name.`,
        ]
      : []),
    ...(missingFunctions.length > 0
      ? [
          `What ${missingFunctions.join(', ')} ${missingFunctions.length === 1 ? 'does' : 'do'}: the code calls ${missingFunctions.length === 1 ? 'this function' : 'these functions'}, and the export does not hold ${missingFunctions.length === 1 ? 'it' : 'them'}.`,
        ]
      : []),
    ...(ownClientCalls > 0
      ? [
          `What ${counted(ownClientCalls, 'entity call')} ${ownClientCalls === 1 ? 'reaches' : 'reach'}: a client of the app's own stands in place of the SDK's.`,
        ]
      : []),
    ...(unread > 0
      ? [
          `All that ${counted(unread, 'function')} ${unread === 1 ? 'does' : 'do'}, since a part of the code was not understood.`,
        ]
      : []),
    ...(visibility === null ? ['Who can open the app: its visibility is not in the export.'] : []),
    ...(sdk.frontend.version === null ? ['Which version of the SDK the browser code runs with.'] : []),
  ];
}
