/** Who touches what: uses of the entities in the code, and what each backend function does for whom. */
import { paidKinds } from '@base44-lint/catalog';
import { z } from 'zod';
import { count, location, placed } from './common.js';

const zone = z.enum(['frontend', 'function', 'shared']);
const places = z.array(location).describe('The first few places, in the order of files and lines.');

export const entityUse = z
  .strictObject({
    entity: z.string().nullable().describe('Null where only the run decides which entity it is.'),
    sure: z.boolean().describe('False where the entity is one of several that the call may mean.'),
    operation: z
      .enum(['create', 'read', 'update', 'delete'])
      .describe('The operation whose access rule decides; a subscription reads, an upsert updates.'),
    methods: z.array(z.string()).describe('Names of the methods that the calls use.'),
    zone: zone.describe('Where the calls run: in the browser, in a backend function, in code that functions share.'),
    role: z
      .enum(['user', 'service', 'unknown'])
      .describe('`service`: as the service role, which no access rule holds. `unknown`: as whom is not in sight.'),
    calls: count,
    places,
  })
  .describe(
    "Calls that do the same to the same entity. Tests and scripts do not count, nor do calls of a client of the app's own in place of the SDK's.",
  );

const check = z.strictObject({
  verdict: z
    .enum(['always', 'partly', 'access-rules', 'never', 'unknown', 'no-calls'])
    .describe(
      '`always`: before every call that leaves the function. `access-rules`: not in the code; every call without it asks for rows as the user, so that the access rules of the entities decide. `unknown`: it depends on what is not in sight. `no-calls`: no call in sight that would need it.',
    ),
  reason: z.string().describe('What that rests on, in one sentence.'),
  places: z.array(placed).describe('Where it is checked, then calls that run without; the first few.'),
});

export const functionCaller = z
  .strictObject({
    kind: z.enum(['browser', 'function', 'schedule', 'entity', 'connector', 'event', 'agent']),
    name: z.string().describe('Of the automation or agent; else the file that calls.'),
    sure: z.boolean().describe('False where the call may mean one of several functions.'),
    active: z.boolean().describe('False for an automation that its file switches off.'),
    location,
  })
  .describe('What starts a function. A function can also be called by its address, by anyone.');

export const functionSummary = z
  .strictObject({
    name: z.string(),
    file: z.string(),
    code: z
      .enum(['seen', 'not-checked'])
      .describe('`not-checked`: a part of its code could not be read or understood, so nothing of it is certain.'),
    authentication: check.describe('Whether it finds out who calls before it does something.'),
    authorisation: check.describe(
      'Whether it asks for a role, for the owner of the row or for a secret before it does something.',
    ),
    serviceRole: z.strictObject({ calls: count, places }).describe('Calls as the service role.'),
    environment: z
      .array(z.strictObject({ name: z.string(), location }))
      .describe('Environment values that it reads, secrets among them, by name. No value is in the export.'),
    paid: z
      .array(z.strictObject({ member: z.string(), kind: z.enum(paidKinds), calls: count, location }))
      .describe('Calls that cost integration credits, or may.'),
    outside: z
      .array(
        z.strictObject({
          service: z.string().nullable().describe('Null where the code does not say where the call goes.'),
          kind: z.string(),
          calls: count,
          ownersKey: z.boolean().describe('A key or account of the owner goes along.'),
          location,
        }),
      )
      .describe('Services other than Base44 that it calls.'),
    callers: z.array(functionCaller),
    unnamedCallers: z.boolean().describe('Some code starts functions whose names only the run decides.'),
  })
  .describe('A backend function: who may call it, what it does with which rights, and what starts it.');

export type EntityUse = z.infer<typeof entityUse>;
export type FunctionCheck = z.infer<typeof check>;
export type FunctionCaller = z.infer<typeof functionCaller>;
export type FunctionSummary = z.infer<typeof functionSummary>;
