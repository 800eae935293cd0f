import type { ModelClass } from './models.js';
import type { PaidKind } from './paid-kinds.js';
import { documented, documentedAbove, flat, price, silent, type Price } from './price.js';

/** Prices that do not depend on a model. */
export type PriceId = Exclude<PaidKind, 'ai' | 'agent'> | `ai-${ModelClass}` | `agent-${ModelClass}`;

/**
 * What each act costs, in integration credits (platform-facts sections 5 and 8). Amounts shift and sources contradict
 * each other, so each price is a range over dated readings.
 */
export const prices: Readonly<Record<PriceId, Price>> = {
  video: price('Generated video', 'per second', documented('Five credits for each second.', 5)),
  image: price('Generated image', 'per call', flat, documented('One credit.', 1)),
  speech: price('Generated speech', 'per 50 characters', documented('One credit for each 50 characters.', 1)),
  'ai-automatic': price(
    'AI request, no model named',
    'per call',
    flat,
    documented('About three credits; a reading of August 2026 says about one.', 1, 3),
  ),
  'ai-flash': price(
    'AI request, small fast model',
    'per call',
    flat,
    documented('About five credits, doubled for the newest in September 2026.', 5, 10),
  ),
  'ai-large': price('AI request, large model', 'per call', flat, documented('About 15 credits.', 15)),
  'ai-frontier': price(
    'AI request, largest models',
    'per call',
    flat,
    documentedAbove('Much more than the 15 credits of a large model; no figure was seen.', 15),
  ),
  'agent-automatic': price(
    'Message to an agent, automatic model',
    'per message',
    documented('About three credits.', 3),
  ),
  'agent-flash': price('Message to an agent, small fast model', 'per message', documented('About five credits.', 5)),
  'agent-large': price('Message to an agent, large model', 'per message', documented('About 15 credits.', 15)),
  'agent-frontier': price(
    'Message to an agent, largest models',
    'per message',
    documentedAbove('Priced by model, so more than the 15 credits of a large one; no figure was seen.', 15),
  ),
  extraction: price('Data extracted from a file', 'per call', flat, documented('One credit.', 1)),
  connector: price('Metered connector call', 'per call', {
    source: 'sdk',
    date: '2026-11-20',
    credits: null,
    says: 'Metered by endpoint, which may differ a hundredfold; each answer tells its own amount as `creditsCharged`.',
  }),
  mail: price('E-mail', 'per call', flat, documented('One credit, two with a mail domain of your own.', 1, 2)),
  upload: price('File upload', 'per call', flat, documented('One credit.', 1)),
  sms: price('SMS', 'per call', flat, silent('The page prices no SMS.')),
  transcription: price('Transcribed audio', 'per call', flat, silent('The page prices no transcription.')),
  custom: price('Call of a custom integration', 'per call', flat, silent('The page prices no custom integration.')),
  gateway: price('AI gateway', 'per call', {
    source: 'sdk',
    date: '2026-11-20',
    credits: null,
    says: "Requests are billed to the app's credits, which all its users share; the amount follows the model and is not stated.",
  }),
  'signed-url': price(
    'Signed link to a private file',
    'per call',
    flat,
    documented('Not among the acts with a price, so it may be free.', 0, 1),
  ),
  'automation-run': price('Run of an automation', 'per run', flat, documented('One credit besides what it calls.', 1)),
  'workflow-step': price(
    'Step of a workflow that runs a function',
    'per step',
    documented('A part of one credit besides what it calls; which part is not stated.', 0, 1),
  ),
};

/** Characters that one credit of speech pays for. */
export const charactersPerCredit = 50;

/** What costs no integration credits, though it looks as if it might. */
export const free = [
  {
    what: 'Reading and writing entities',
    because: 'The documentation prices no entity call.',
    source: 'docs-credits',
    date: '2026-10-31',
  },
  {
    what: 'Calling a backend function, as such',
    because: 'Only what the function calls in turn is priced; an older article counts every function call.',
    source: 'docs-credits',
    date: '2026-10-31',
  },
  {
    what: "Calls of other services with the owner's own key",
    because: 'The documentation says that these use no integration credits; the service sends its own bill.',
    source: 'docs-credits',
    date: '2026-10-31',
  },
] as const;
