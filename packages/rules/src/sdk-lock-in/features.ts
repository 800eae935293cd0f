/** What an app gets only from the hosted platform, by the start of the SDK member that reaches it. */
const features: readonly (readonly [start: string, name: string])[] = [
  ['entities.subscribe', 'live records'],
  ['integrations.Core.InvokeLLM', 'language models'],
  ['integrations.Core.Generate', 'image and speech models'],
  ['integrations.Core.ExtractData', 'reading of documents'],
  ['integrations.Core.Upload', 'file storage'],
  ['integrations.Core.SendEmail', 'mail'],
  ['integrations.custom', 'workspace integrations'],
  ['aiGateway', 'model gateway'],
  ['agents', 'agents'],
  ['actors', 'actors'],
  ['connectors', 'connectors'],
  ['users.inviteUser', 'invitations'],
  ['auth', 'accounts'],
  ['functions', 'functions'],
];

/** Names of the hosted features that the called members belong to, in the order above. */
export function hostedFeatures(members: readonly string[]): readonly string[] {
  const plain = members.map((member) => member.replace(/^asServiceRole\./, ''));
  return features.filter(([start]) => plain.some((member) => member.startsWith(start))).map(([, name]) => name);
}
