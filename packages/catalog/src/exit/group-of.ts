import type { SdkMember } from '../sdk/capabilities.js';
import type { ExitGroupId } from './group-ids.js';

type OfUser<Member extends string> = Member extends `asServiceRole.${infer Rest}` ? Rest : Member;
type ModuleOf<Member extends string> = Member extends `export:${string}`
  ? 'export'
  : Member extends `${infer Module}.${string}`
    ? Module
    : Member;
type CoreOf<Member extends string> = Member extends `integrations.Core.${infer Name}` ? ModuleOf<Name> : never;

/** The first word of a member, without the service role: `auth`, `entities`, `fetchWithAuth`; `export` for exports of the package. */
type SdkModule = ModuleOf<OfUser<SdkMember>>;

/** Complete by the compiler: a module that the capabilities gain has to be given a group here. */
const groupOfModule: Readonly<Record<SdkModule, ExitGroupId>> = {
  actors: 'actors',
  agents: 'agents',
  aiGateway: 'ai-gateway',
  analytics: 'usage-log',
  app: 'client',
  appLogs: 'usage-log',
  asServiceRole: 'access-rules',
  auth: 'accounts',
  cleanup: 'client',
  connectors: 'connectors',
  entities: 'records',
  export: 'client',
  fetchWithAuth: 'client',
  functions: 'functions',
  getConfig: 'client',
  integrations: 'other-integrations',
  setToken: 'accounts',
  sso: 'single-sign-on',
  users: 'invitations',
};

/** Complete by the compiler for the integrations that the SDK types; the others are documented for the platform. */
const groupOfIntegration: Readonly<Record<CoreOf<SdkMember>, ExitGroupId>> & Readonly<Record<string, ExitGroupId>> = {
  InvokeLLM: 'language-models',
  GenerateImage: 'media-models',
  GenerateVideo: 'media-models',
  GenerateSpeech: 'media-models',
  TranscribeAudio: 'media-models',
  ExtractDataFromUploadedFile: 'document-reading',
  UploadFile: 'file-storage',
  UploadPrivateFile: 'file-storage',
  CreateFileSignedUrl: 'file-storage',
  SendEmail: 'mail',
  SendSMS: 'text-messages',
};

/** Members that need something else than the rest of their module. */
const groupOfMember: Readonly<Partial<Record<OfUser<SdkMember>, ExitGroupId>>> = {
  'entities.subscribe': 'live-records',
  'auth.inviteUser': 'invitations',
  'auth.getSsoAccessToken': 'single-sign-on',
  'integrations.custom.call': 'custom-integrations',
  'export:Actor': 'actors',
};

const modules: ReadonlyMap<string, ExitGroupId> = new Map(Object.entries(groupOfModule));
const members: ReadonlyMap<string, ExitGroupId> = new Map(Object.entries(groupOfMember));
const integrations: ReadonlyMap<string, ExitGroupId> = new Map(Object.entries(groupOfIntegration));

/**
 * What has to take the place of a member of the SDK, spelled as in `sdkCapabilities`, with or without the service role.
 * Null for what no module of any examined version has: such a call never worked, so nothing replaces it.
 */
export function exitGroupOf(member: string): ExitGroupId | null {
  const plain = member.replace(/^asServiceRole\./, '');
  if (plain.startsWith('export:')) return plain.startsWith('export:Actor') ? 'actors' : groupOfModule.export;
  const core = /^integrations\.Core\.(\w+)/.exec(plain)?.[1];
  if (core !== undefined) return integrations.get(core) ?? 'other-integrations';
  if (plain.startsWith('integrations.custom')) return 'custom-integrations';
  return members.get(plain) ?? modules.get(plain.split('.', 1)[0]!) ?? null;
}
