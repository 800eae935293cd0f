import { checkedOn } from '../limitations/limitation.js';
import type { ExitGroupId } from './group-ids.js';
import type { ExitGroup } from './group.js';

/** Services that the platform brings along. */
export const serviceGroups = {
  'language-models': {
    id: 'language-models',
    title: 'Language models',
    feature: 'language models',
    replacement:
      'The API of a model provider (Anthropic, OpenAI, Google) or a gateway to several, called from a function; a search API where a call asks for context from the internet.',
    portability: 'adapter',
    note: 'A function with the parameters of InvokeLLM takes the calls; answers by schema, attached files and web search differ by provider, so prompts are tried again.',
    source: 'docs',
    checkedOn,
  },
  'media-models': {
    id: 'media-models',
    title: 'Image, video and speech models',
    feature: 'image and speech models',
    replacement:
      'The media API of a provider (OpenAI, Google, Replicate, ElevenLabs), called from a function that puts the result into your object storage.',
    portability: 'adapter',
    note: 'Calls keep their shape; results look different, so they are judged by eye again.',
    source: 'docs',
    checkedOn,
  },
  'document-reading': {
    id: 'document-reading',
    title: 'Reading of documents',
    feature: 'reading of documents',
    replacement:
      'A document service (AWS Textract, Google Document AI, Azure Document Intelligence), or a model that takes files and answers by schema; a parser for CSV and spreadsheets.',
    portability: 'adapter',
    note: 'Schema in, rows out stays; how well each kind of document is read has to be measured again.',
    source: 'docs',
    checkedOn,
  },
  'file-storage': {
    id: 'file-storage',
    title: 'File storage',
    feature: 'file storage',
    replacement:
      'Object storage with the S3 interface (AWS S3, Cloudflare R2, MinIO) with uploads by signed address, and a private bucket where files are private.',
    portability: 'adapter',
    note: 'Uploads keep their shape; the files themselves are copied, and addresses in records and code are rewritten while the old ones still answer.',
    source: 'docs',
    checkedOn,
  },
  mail: {
    id: 'mail',
    title: 'Mail',
    feature: 'mail',
    replacement:
      'A mail provider (Postmark, Resend, Amazon SES) on a domain of your own with SPF, DKIM and DMARC, called from a function.',
    portability: 'adapter',
    note: 'One call stays one call; the domain has to be verified, and a new sender starts with a low volume.',
    source: 'docs',
    checkedOn,
  },
  'text-messages': {
    id: 'text-messages',
    title: 'Text messages',
    feature: 'text messages',
    replacement: 'A provider of text messages (Twilio, Vonage, MessageBird) with a number or sender of your own.',
    portability: 'adapter',
    note: 'One call stays one call; senders have to be registered in some countries, which takes weeks.',
    source: 'docs',
    checkedOn,
  },
  'custom-integrations': {
    id: 'custom-integrations',
    title: 'Integrations of the workspace',
    feature: 'workspace integrations',
    replacement: 'A client made from the same OpenAPI description, called from a function with a key of your own.',
    portability: 'adapter',
    note: 'The description and its key lie in the workspace and not in the export; they are fetched from there.',
    source: 'docs-workspace-integrations',
    checkedOn,
  },
  'other-integrations': {
    id: 'other-integrations',
    title: 'Other integrations',
    feature: null,
    replacement:
      'To be found one by one: the call names an integration that the examined SDK versions do not describe.',
    portability: 'rewrite',
    note: 'Some such names were invented by a code generator and never worked; try the call before replacing it.',
    source: 'sdk',
    checkedOn,
  },
  'ai-gateway': {
    id: 'ai-gateway',
    title: 'Model gateway',
    feature: 'model gateway',
    replacement:
      'The endpoint of a model provider or of a gateway such as LiteLLM or OpenRouter, with a key of your own.',
    portability: 'as-is',
    note: 'It hands out an address and a token for a client of the OpenAI kind; another address and token do.',
    source: 'sdk',
    checkedOn,
  },
  agents: {
    id: 'agents',
    title: 'Agents',
    feature: 'agents',
    replacement:
      'An agent framework (LangGraph, Vercel AI SDK, the agent SDKs of the model providers) with conversations in your database and the tools written as functions.',
    portability: 'rewrite',
    note: 'Instructions and the list of tools move as text; conversations, memory, the loop around the tools and links to WhatsApp or Telegram are built again.',
    source: 'docs',
    checkedOn,
  },
  actors: {
    id: 'actors',
    title: 'Actors',
    feature: 'actors',
    replacement: 'Stateful rooms: Cloudflare Durable Objects, PartyKit, Colyseus, or a socket server with Redis.',
    portability: 'rewrite',
    note: 'The class of an actor is close to a Durable Object, but connections, wake-up and storage have other names and guarantees.',
    source: 'sdk',
    checkedOn,
  },
  connectors: {
    id: 'connectors',
    title: 'Connectors',
    feature: 'connectors',
    replacement:
      'OAuth applications of your own at each service, with a token store (Nango, Pipedream Connect, or an encrypted table) and its API called from functions.',
    portability: 'rewrite',
    note: 'The platform owns the OAuth application: a new one is registered, reviewed by the service where its scopes are sensitive, and every user connects again.',
    source: 'docs',
    checkedOn,
  },
  'usage-log': {
    id: 'usage-log',
    title: 'Usage log and analytics',
    feature: null,
    replacement: 'A product analytics service (PostHog, Plausible, Matomo) or a table of events.',
    portability: 'adapter',
    note: 'Events keep their names; the history stays behind unless it is exported.',
    source: 'sdk',
    checkedOn,
  },
} as const satisfies Partial<{ [Id in ExitGroupId]: ExitGroup & { readonly id: Id } }>;
