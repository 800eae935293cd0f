import { checkedOn } from '../limitations/limitation.js';
import type { ExitGroupId } from './group-ids.js';
import type { ExitGroup } from './group.js';

/** What the app is made of: its data, who may touch it, who its users are, and what runs on the server. */
export const ownGroups = {
  records: {
    id: 'records',
    title: 'Records',
    feature: null,
    replacement:
      'PostgreSQL with migrations made from the entity schemas, behind an API of your own (PostgREST, Hasura, or a small server with an ORM) and a client that offers list, filter, get, create, update and delete by entity.',
    portability: 'adapter',
    note: 'The methods of an entity map to queries one by one, so calls can stay; schemas become tables, id fields become foreign keys, and rows are moved and counted.',
    source: 'sdk',
    checkedOn,
  },
  'access-rules': {
    id: 'access-rules',
    title: 'Access rules and the service role',
    feature: null,
    replacement:
      'Row-level security policies of PostgreSQL, or checks in the API, with a second-account test for each; a database role that bypasses them for the functions that need it.',
    portability: 'rewrite',
    note: 'The rules are data of the platform and no other server reads them, so each different rule is written again as a policy; rules that the export lacks have to be read off the dashboard first.',
    source: 'docs-rls',
    checkedOn,
  },
  'live-records': {
    id: 'live-records',
    title: 'Live records',
    feature: 'live records',
    replacement:
      'A change feed over WebSocket: Supabase Realtime or Hasura subscriptions on PostgreSQL, or LISTEN/NOTIFY behind a socket server.',
    portability: 'adapter',
    note: 'A subscription keeps its shape behind an adapter, but needs a socket server that applies the access rules to what it sends.',
    source: 'sdk',
    checkedOn,
  },
  accounts: {
    id: 'accounts',
    title: 'Accounts and sign-in',
    feature: 'accounts',
    replacement:
      'An OpenID Connect provider (Keycloak, Zitadel, Authentik, Auth0, or the sign-in of a hosted PostgreSQL) with the same ways to sign in, and its session in place of the platform token.',
    portability: 'adapter',
    note: 'User rows can be moved, passwords cannot: every user resets or signs in through a provider once; applications at Google, Microsoft and others are registered anew.',
    source: 'docs',
    checkedOn,
  },
  'single-sign-on': {
    id: 'single-sign-on',
    title: 'Tokens of single sign-on',
    feature: null,
    replacement: 'The token endpoint of your own OpenID Connect provider, brokered to that of the company.',
    portability: 'adapter',
    note: 'The code asks for a token and gets one; whoever runs the identity provider of the company has to register the new application.',
    source: 'docs-sso',
    checkedOn,
  },
  invitations: {
    id: 'invitations',
    title: 'Invitations',
    feature: 'invitations',
    replacement: 'The invitation of the identity provider, or a signed link sent by your mail provider.',
    portability: 'adapter',
    note: 'One call stays one call; the mail and the page behind its link are new.',
    source: 'sdk',
    checkedOn,
  },
  functions: {
    id: 'functions',
    title: 'Backend functions',
    feature: 'functions',
    replacement:
      'The same handlers on Deno, Supabase Edge Functions, Cloudflare Workers or a Node server, with the client of the request and the secrets taken from there.',
    portability: 'adapter',
    note: 'A handler from Request to Response is a web standard and moves with its body; what changes are the client, the secrets, the check of the caller and how browsers reach it.',
    source: 'cli',
    checkedOn,
  },
  automations: {
    id: 'automations',
    title: 'Automations and workflows',
    feature: null,
    replacement:
      'A scheduler (pg_cron, the cron of the host), database triggers or a change queue for record events, a queue with retries for chains (pg-boss, BullMQ, Temporal).',
    portability: 'rewrite',
    note: 'What they start is code and moves; when they start is configuration of the platform and is set up again. Automations made in the dashboard are not in an export.',
    source: 'docs-workflows',
    checkedOn,
  },
  'outside-services': {
    id: 'outside-services',
    title: 'Services called with own keys',
    feature: null,
    replacement: 'The same service: its key moves to the secrets of the new host, and its webhooks to the new address.',
    portability: 'as-is',
    note: 'The code stays as it is; each service needs its secret, its webhook address or redirect, and one test.',
    source: 'docs',
    checkedOn,
  },
  client: {
    id: 'client',
    title: 'Client, its calls, and template code',
    feature: null,
    replacement:
      'One client module of your own in place of `src/api/base44Client`, and a session context in place of the one of the template.',
    portability: 'rewrite',
    note: 'The files of the template are the same in every export and are replaced once, whatever the size of the app; calls of the app itself are looked through one by one.',
    source: 'sdk',
    checkedOn,
  },
  hosting: {
    id: 'hosting',
    title: 'Hosting, releases and the move itself',
    feature: null,
    replacement:
      'A static host with a content delivery network for the browser code, a managed PostgreSQL with backups, a pipeline for releases, monitoring, and a rehearsed switch of the domain.',
    portability: 'as-is',
    note: 'The browser code is a plain Vite project and builds anywhere once the plugin of the platform is taken out.',
    source: 'vite-plugin',
    checkedOn,
  },
} as const satisfies Partial<{ [Id in ExitGroupId]: ExitGroup & { readonly id: Id } }>;
