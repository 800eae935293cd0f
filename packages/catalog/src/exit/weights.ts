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

/** Version of the weights; a change of any weight is a new version. */
export const exitWeightsVersion = '2026-11';

export const exitWeights: Readonly<Record<ExitWeightId, ExitWeight>> = {
  move: {
    group: 'hosting',
    unit: 'move',
    units: 'moves',
    hours: { low: 24, high: 34 },
    covers:
      'Set up the new stack once: repository, pipeline, hosting, database, secrets, monitoring, backups, a rehearsal and the switch of the domain.',
  },
  template: {
    group: 'client',
    unit: 'set of template code',
    units: 'sets of template code',
    hours: { low: 6, high: 10 },
    covers:
      'Replace the client, the session context and the build plugin, and write the client whose methods take the calls of the app.',
  },
  entity: {
    group: 'records',
    unit: 'entity',
    units: 'entities',
    hours: { low: 0.5, high: 1 },
    covers: 'A table, its migration, its place in the API, moving the rows, and comparing counts and samples.',
  },
  field: {
    group: 'records',
    unit: 'field',
    units: 'fields',
    hours: { low: 0.01, high: 0.02 },
    covers: 'A column with type, default and requirement, and what old rows hold against it.',
  },
  relation: {
    group: 'records',
    unit: 'relation',
    units: 'relations',
    hours: { low: 0.05, high: 0.15 },
    covers: 'A foreign key, an index, and the rows that point to nothing.',
  },
  'sensitive-entity': {
    group: 'records',
    unit: 'entity with sensitive fields',
    units: 'entities with sensitive fields',
    hours: { low: 0.25, high: 0.75 },
    covers:
      'Encryption, retention and the agreement for moving data of people; high for health, card and identity data.',
  },
  'hand-export': {
    group: 'records',
    unit: 'entity that no code exports',
    units: 'entities that no code exports',
    hours: { low: 0.1, high: 0.3 },
    covers:
      'Take the rows out by hand or write the export: table by table, page by page, and once more on the day of the switch.',
  },
  'access-rule': {
    group: 'access-rules',
    unit: 'access rule',
    units: 'access rules',
    hours: { low: 0.2, high: 0.5 },
    covers:
      'A policy and its test with a second account. Operations of an entity with the same condition are one rule.',
  },
  'unseen-entity': {
    group: 'access-rules',
    unit: 'entity without schema',
    units: 'entities without schema',
    hours: { low: 0.5, high: 1.5 },
    covers:
      'Read fields, types and rules off the dashboard or infer them from the code, because the export lacks the schema.',
  },
  'service-function': {
    group: 'access-rules',
    unit: 'function with the service role',
    units: 'functions with the service role',
    hours: { low: 0.15, high: 0.4 },
    covers: 'A connection that bypasses the policies, and a look at what stands before it.',
  },
  'live-record': {
    group: 'live-records',
    unit: 'subscription',
    units: 'subscriptions',
    hours: { low: 0.5, high: 1.25 },
    covers:
      'Connect one subscription to the change feed and test what it may show; the feed itself comes with the first.',
  },
  'call-file': {
    group: 'client',
    unit: 'file of the browser code that calls the SDK',
    units: 'files of the browser code that call the SDK',
    hours: { low: 0.08, high: 0.2 },
    covers: 'Change the import, look through the file, and try what it shows against the new server.',
  },
  'call-site': {
    group: 'client',
    unit: 'call of the SDK',
    units: 'calls of the SDK',
    hours: { low: 0.015, high: 0.04 },
    covers: 'Check one call: its arguments, its order and limit, and what it expects back.',
  },
  'language-model': {
    group: 'language-models',
    unit: 'use of language models',
    units: 'uses of language models',
    hours: { low: 4, high: 8 },
    covers: 'The function that takes the place of InvokeLLM: provider, key, answers by schema, files, limits.',
  },
  'language-model-call': {
    group: 'language-models',
    unit: 'call of a language model',
    units: 'calls of language models',
    hours: { low: 0.15, high: 0.4 },
    covers: 'Try one prompt with real input on the new model, and mend it where the answer differs.',
  },
  'media-model': {
    group: 'media-models',
    unit: 'kind of media model',
    units: 'kinds of media models',
    hours: { low: 2, high: 5 },
    covers: 'The function that takes the place of one kind of model, and storage for its results.',
  },
  'media-model-call': {
    group: 'media-models',
    unit: 'call of a media model',
    units: 'calls of media models',
    hours: { low: 0.15, high: 0.4 },
    covers: 'Try one call with real input and look at the result.',
  },
  'document-reader': {
    group: 'document-reading',
    unit: 'use of document reading',
    units: 'uses of document reading',
    hours: { low: 4, high: 10 },
    covers: 'The service that reads documents, and a measurement with real ones.',
  },
  'document-reader-call': {
    group: 'document-reading',
    unit: 'call that reads documents',
    units: 'calls that read documents',
    hours: { low: 0.25, high: 0.75 },
    covers: 'Try one kind of document with real files.',
  },
  mail: {
    group: 'mail',
    unit: 'use of mail',
    units: 'uses of mail',
    hours: { low: 3, high: 6 },
    covers: 'A provider, a verified domain, the function, and bounces.',
  },
  'mail-call': {
    group: 'mail',
    unit: 'call that sends mail',
    units: 'calls that send mail',
    hours: { low: 0.1, high: 0.2 },
    covers: 'Send one mail and look at it.',
  },
  'text-message': {
    group: 'text-messages',
    unit: 'use of text messages',
    units: 'uses of text messages',
    hours: { low: 3, high: 6 },
    covers: 'A provider, a registered sender, the function.',
  },
  'text-message-call': {
    group: 'text-messages',
    unit: 'call that sends text messages',
    units: 'calls that send text messages',
    hours: { low: 0.1, high: 0.2 },
    covers: 'Send one message.',
  },
  'custom-integration': {
    group: 'custom-integrations',
    unit: 'integration of the workspace',
    units: 'integrations of the workspace',
    hours: { low: 2, high: 5 },
    covers: 'A client from the description, and its key.',
  },
  'other-integration': {
    group: 'other-integrations',
    unit: 'other integration',
    units: 'other integrations',
    hours: { low: 1, high: 6 },
    covers: 'Find out what it does, and replace or drop it.',
  },
  'ai-gateway': {
    group: 'ai-gateway',
    unit: 'use of the model gateway',
    units: 'uses of the model gateway',
    hours: { low: 1, high: 3 },
    covers: 'Another address and token, and limits by user.',
  },
  storage: {
    group: 'file-storage',
    unit: 'use of file storage',
    units: 'uses of file storage',
    hours: { low: 5, high: 10 },
    covers: 'Buckets, signed addresses, copying all files, and rewriting their addresses in the records.',
  },
  'upload-place': {
    group: 'file-storage',
    unit: 'place that stores or signs files',
    units: 'places that store or sign files',
    hours: { low: 0.15, high: 0.4 },
    covers: 'Connect the upload and try it with a large and with a wrong file.',
  },
  'stored-file': {
    group: 'file-storage',
    unit: 'file address in code',
    units: 'file addresses in code',
    hours: { low: 0.03, high: 0.06 },
    covers: 'Copy the file and change its address.',
  },
  accounts: {
    group: 'accounts',
    unit: 'use of accounts',
    units: 'uses of accounts',
    hours: { low: 6, high: 12 },
    covers:
      'An identity provider, moving the users, the mail that asks them to set a new password, sessions and roles.',
  },
  'sign-in-method': {
    group: 'accounts',
    unit: 'way to sign in',
    units: 'ways to sign in',
    hours: { low: 1, high: 3 },
    covers: 'Register the application at the provider, or build the pages; high for single sign-on of companies.',
  },
  invitation: {
    group: 'invitations',
    unit: 'use of invitations',
    units: 'uses of invitations',
    hours: { low: 1.5, high: 3 },
    covers: 'The invitation, its mail and its page.',
  },
  'sso-token': {
    group: 'single-sign-on',
    unit: 'use of single sign-on tokens',
    units: 'uses of single sign-on tokens',
    hours: { low: 2, high: 6 },
    covers: 'Broker the token of the company to the functions that ask for it.',
  },
  function: {
    group: 'functions',
    unit: 'function',
    units: 'functions',
    hours: { low: 0.4, high: 0.8 },
    covers: 'Move one handler: client, secrets, check of the caller, address, and a call against the new server.',
  },
  'function-lines': {
    group: 'functions',
    unit: '100 lines of functions',
    units: 'hundreds of lines of functions',
    hours: { low: 0.1, high: 0.25 },
    covers: 'Read and test what the handler does, by its length.',
  },
  'missing-function': {
    group: 'functions',
    unit: 'function that the export lacks',
    units: 'functions that the export lacks',
    hours: { low: 0.5, high: 4 },
    covers: 'Fetch it from the platform, or write it again; low where the call turns out to be dead.',
  },
  automation: {
    group: 'automations',
    unit: 'automation',
    units: 'automations',
    hours: { low: 0.5, high: 1.5 },
    covers: 'Set up the schedule, trigger or chain, and see it run twice.',
  },
  'outside-service': {
    group: 'outside-services',
    unit: 'outside service',
    units: 'outside services',
    hours: { low: 0.5, high: 1.5 },
    covers: 'Its secret, its webhook address, one test.',
  },
  agent: {
    group: 'agents',
    unit: 'agent',
    units: 'agents',
    hours: { low: 6, high: 14 },
    covers: 'Instructions, tools, conversations and limits in a framework, and a set of questions to compare answers.',
  },
  actor: {
    group: 'actors',
    unit: 'actor',
    units: 'actors',
    hours: { low: 6, high: 14 },
    covers: 'State, connections and wake-up on another runtime.',
  },
  connector: {
    group: 'connectors',
    unit: 'connector',
    units: 'connectors',
    hours: { low: 4, high: 9 },
    covers: 'An OAuth application, its review, the token store, and connecting every user again.',
  },
  'usage-log': {
    group: 'usage-log',
    unit: 'use of the usage log',
    units: 'uses of the usage log',
    hours: { low: 1, high: 2 },
    covers: 'Another destination for the events.',
  },
};
