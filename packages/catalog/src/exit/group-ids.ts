/**
 * What an app takes from the platform, by what has to take its place elsewhere. Ordered as reports list them: data first,
 * then what works on it, then services around it.
 */
export const exitGroupIds = [
  'records',
  'access-rules',
  'live-records',
  'language-models',
  'media-models',
  'document-reading',
  'file-storage',
  'mail',
  'text-messages',
  'custom-integrations',
  'other-integrations',
  'ai-gateway',
  'agents',
  'actors',
  'connectors',
  'invitations',
  'accounts',
  'single-sign-on',
  'functions',
  'automations',
  'outside-services',
  'usage-log',
  'client',
  'hosting',
] as const;

export type ExitGroupId = (typeof exitGroupIds)[number];
