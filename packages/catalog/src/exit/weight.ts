import type { ExitRange } from './framework.js';
import type { ExitGroupId } from './group-ids.js';

/** What the estimate counts. */
export const exitWeightIds = [
  'move',
  'template',
  'entity',
  'field',
  'relation',
  'sensitive-entity',
  'hand-export',
  'access-rule',
  'open-entity',
  'unseen-entity',
  'service-function',
  'live-record',
  'call-file',
  'call-site',
  'language-model',
  'language-model-call',
  'media-model',
  'media-model-call',
  'document-reader',
  'document-reader-call',
  'mail',
  'mail-call',
  'text-message',
  'text-message-call',
  'custom-integration',
  'other-integration',
  'ai-gateway',
  'storage',
  'upload-place',
  'stored-file',
  'accounts',
  'sign-in-method',
  'invitation',
  'sso-token',
  'function',
  'function-lines',
  'missing-function',
  'automation',
  'outside-service',
  'agent',
  'actor',
  'connector',
  'usage-log',
] as const;

export type ExitWeightId = (typeof exitWeightIds)[number];

/** Hours for one unit of what the estimate counts. */
export interface ExitWeight {
  readonly group: ExitGroupId;
  /** What one unit is, without article: "entity", "100 lines of functions". */
  readonly unit: string;
  readonly units: string;
  /** Hours of an engineer who knows the new stack, from an easy one to a hard one. */
  readonly hours: ExitRange;
  /** What is done in that time, and what makes it high. */
  readonly covers: string;
}
