import type { ExitWeight, ExitWeightId } from './weight.js';

/** Work on what the app is made of: data, rules, users, calls, functions, and the move itself. */
export const ownWeights = {
  move: {
    group: 'hosting',
    unit: 'new stack, with the move',
    units: 'new stacks',
    hours: { low: 24, high: 34 },
    covers:
      'Set up the new stack once: repository, pipeline, hosting, database, secrets, monitoring, backups, a rehearsal and the switch of the domain.',
  },
  template: {
    group: 'client',
    unit: 'client and session',
    units: 'clients',
    hours: { low: 6, high: 10 },
    covers:
      'Replace the client, the session context and the build plugin, and write the client whose methods take the calls of the app.',
  },
  entity: {
    group: 'records',
    unit: 'entity',
    units: 'entities',
    hours: { low: 0.5, high: 0.9 },
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
    hours: { low: 0.05, high: 0.1 },
    covers: 'A foreign key, an index, and the rows that point to nothing.',
  },
  'sensitive-entity': {
    group: 'records',
    unit: 'entity with sensitive fields',
    units: 'entities with sensitive fields',
    hours: { low: 0.25, high: 0.5 },
    covers:
      'Encryption, retention and the agreement for moving data of people; high for health, card and identity data.',
  },
  'hand-export': {
    group: 'records',
    unit: 'entity that no code exports',
    units: 'entities that no code exports',
    hours: { low: 0.1, high: 0.2 },
    covers:
      'Take the rows out by hand or write the export: table by table, page by page, and once more on the day of the switch.',
  },
  'access-rule': {
    group: 'access-rules',
    unit: 'access rule',
    units: 'access rules',
    hours: { low: 0.2, high: 0.4 },
    covers:
      'A policy and its test with a second account. Operations of an entity with the same condition are one rule.',
  },
  'open-entity': {
    group: 'access-rules',
    unit: 'entity open to everyone',
    units: 'entities open to everyone',
    hours: { low: 0.1, high: 0.3 },
    covers: 'Decide who may do what, because a table of your own is closed until a policy opens it, and write that.',
  },
  'unseen-entity': {
    group: 'access-rules',
    unit: 'entity without schema',
    units: 'entities without schema',
    hours: { low: 0.5, high: 1.2 },
    covers:
      'Read fields, types and rules off the dashboard or infer them from the code, because the export lacks the schema.',
  },
  'service-function': {
    group: 'access-rules',
    unit: 'function with the service role',
    units: 'functions with the service role',
    hours: { low: 0.15, high: 0.3 },
    covers: 'A connection that bypasses the policies, and a look at what stands before it.',
  },
  'call-file': {
    group: 'client',
    unit: 'file of the browser code that calls the SDK',
    units: 'files of the browser code that call the SDK',
    hours: { low: 0.08, high: 0.16 },
    covers: 'Change the import, look through the file, and try what it shows against the new server.',
  },
  'call-site': {
    group: 'client',
    unit: 'call of the SDK',
    units: 'calls of the SDK',
    hours: { low: 0.015, high: 0.03 },
    covers: 'Check one call: its arguments, its order and limit, and what it expects back.',
  },
  accounts: {
    group: 'accounts',
    unit: 'identity provider',
    units: 'identity providers',
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
    unit: 'flow of invitations',
    units: 'flows of invitations',
    hours: { low: 1.5, high: 3 },
    covers: 'The invitation, its mail and its page.',
  },
  'sso-token': {
    group: 'single-sign-on',
    unit: 'broker of company tokens',
    units: 'brokers of company tokens',
    hours: { low: 2, high: 6 },
    covers: 'Broker the token of the company to the functions that ask for it.',
  },
  function: {
    group: 'functions',
    unit: 'function',
    units: 'functions',
    hours: { low: 0.4, high: 0.7 },
    covers: 'Move one handler: client, secrets, check of the caller, address, and a call against the new server.',
  },
  'function-lines': {
    group: 'functions',
    unit: '100 lines of functions',
    units: '× 100 lines of functions',
    hours: { low: 0.1, high: 0.2 },
    covers: 'Read and test what the handler does, by its length.',
  },
  'missing-function': {
    group: 'functions',
    unit: 'function that the export lacks',
    units: 'functions that the export lacks',
    hours: { low: 0.5, high: 3 },
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
} as const satisfies Partial<Record<ExitWeightId, ExitWeight>>;
