import type { DocumentKind } from '@base44-lint/model';
import { nearest } from '../judge/nearest.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Keys of a schema that the platform reads, with those of JSON Schema that describe and do no harm. */
export const schemaKeys = set(
  'name type title description properties required rls additionalProperties $schema $id $ref $defs definitions examples default',
);

export const fieldKeys = set(
  'type title description default enum enumNames format items properties required rls additionalProperties minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems uniqueItems minProperties maxProperties const anyOf oneOf allOf not examples example nullable readOnly writeOnly deprecated $ref $comment contentMediaType contentEncoding',
);

export const ruleKeys = set('create read update delete write');
export const types = set('string number integer boolean array object null');

/** Keys of other configuration files; what is far from all of them may be newer than this list. */
export const otherKeys: Readonly<Partial<Record<DocumentKind, ReadonlySet<string>>>> = {
  agent: set(
    'name description instructions tool_configs memory_config model whatsapp_greeting telegram_greeting line_greeting context_files app_user_connector_configs selected_skill_names selected_workspace_skill_ids voice_config allow_anonymous_access',
  ),
  workflow: set('name description trigger definition'),
  function: set('name entry automations description'),
  config: set('name description site visibility'),
  auth: set(
    'enableUsernamePassword enableGoogleLogin enableMicrosoftLogin enableFacebookLogin enableAppleLogin enableSSOLogin ssoProviderName useWorkspaceSSO googleOAuthMode googleOAuthClientId',
  ),
};

/** Wishes to the database that no documentation knows. */
const database =
  /^(?:index|indexes|indices|indexed|unique|unique_?(?:keys?|constraints?|together)|primary(?:_?key)?|foreign_?keys?|references)$/i;

export function isDatabaseKey(key: string): boolean {
  return database.test(key);
}

const operationWords: Readonly<Record<string, string>> = {
  select: 'read',
  get: 'read',
  list: 'read',
  view: 'read',
  insert: 'create',
  add: 'create',
  new: 'create',
  edit: 'update',
  modify: 'update',
  patch: 'update',
  put: 'update',
  remove: 'delete',
  destroy: 'delete',
};

const typeWords: Readonly<Record<string, string>> = {
  text: 'string',
  str: 'string',
  varchar: 'string',
  email: 'string',
  url: 'string',
  uuid: 'string',
  date: 'string',
  datetime: 'string',
  'date-time': 'string',
  time: 'string',
  enum: 'string',
  file: 'string',
  image: 'string',
  int: 'integer',
  float: 'number',
  double: 'number',
  decimal: 'number',
  currency: 'number',
  bool: 'boolean',
  list: 'array',
  json: 'object',
  map: 'object',
};

export function meantOperation(key: string): string | undefined {
  return own(operationWords, key) ?? nearest(key, ruleKeys);
}

export function meantType(type: string): string | undefined {
  return own(typeWords, type) ?? nearest(type, types);
}

/** `constructor` and the like are in every object. */
function own(words: Readonly<Record<string, string>>, word: string): string | undefined {
  const key = word.toLowerCase();
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
