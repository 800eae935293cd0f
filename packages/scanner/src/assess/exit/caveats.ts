import { counted } from '../../counted.js';
import type { ExitEstimate } from '../../result/exit.js';
import type { ExitInput } from './input.js';
import type { Inventory } from './inventory.js';

/** What the figures cannot know about this app, in full sentences; first what changes them most. */
export function caveatsOf(
  input: ExitInput,
  inventory: Inventory,
  estimate: ExitEstimate,
  onPlatform: boolean,
): string[] {
  const { entities, functions, sanity, calls } = inventory;
  const unseen = entities.filter(({ schema }) => schema === null).length;
  const unread = functions.filter(({ lines }) => lines === null).length;
  return [
    ...(onPlatform
      ? []
      : [
          'Nothing in this app calls the platform through the SDK, so what is counted here may have been moved already.',
        ]),
    ...(estimate.beyond === 'above'
      ? [
          'The sum of the terms goes beyond the largest migration of the framework: read the range as its end, and the sum as what the inventory says.',
        ]
      : []),
    ...(sanity.ownClientCalls > 0
      ? [
          `${counted(sanity.ownClientCalls, 'entity call goes', 'entity calls go')} through a client of the app's own and ${sanity.ownClientCalls === 1 ? 'is' : 'are'} not counted as work.`,
        ]
      : []),
    ...(unseen > 0
      ? [
          `${counted(unseen, 'entity has', 'entities have')} no schema in the export: fields, relations and access rules of ${unseen === 1 ? 'it' : 'them'} are not counted, only the work to find them out.`,
        ]
      : []),
    ...(input.app.functions.length === 0
      ? [
          'The export holds no backend functions; a synchronised repository may lack them, and what the platform has of them is not counted.',
        ]
      : []),
    ...(unread > 0
      ? [
          `The code of ${counted(unread, 'function')} was not analysed, so ${unread === 1 ? 'its' : 'their'} length is not counted.`,
        ]
      : []),
    ...(inventory.automations.length === 0
      ? ['The export holds no automations; those that were set up in the dashboard are not counted.']
      : []),
    ...(inventory.signIn.configured || calls.length === 0
      ? []
      : [
          'The export holds no sign-in configuration, so ways to sign in are counted only where code of the app calls for them.',
        ]),
    ...(input.unseenFiles.length > 0
      ? [`${counted(input.unseenFiles.length, 'file')} could not be read in full, and what is in there is not counted.`]
      : []),
    'How many rows and files have to be moved is not in a repository; the weights assume that they fit into one night.',
    'The hours are those of engineers who know the new stack, without new features, design, or lawyers for the transfer of personal data.',
  ];
}
