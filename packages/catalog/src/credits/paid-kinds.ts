/**
 * What an app does that costs integration credits, or may. From dear to cheap where a price is published; what has none
 * comes last.
 */
export const paidKinds = [
  'video',
  'image',
  'speech',
  'ai',
  'agent',
  'extraction',
  'connector',
  'mail',
  'upload',
  'sms',
  'transcription',
  'custom',
  'gateway',
  'signed-url',
  'automation-run',
  'workflow-step',
] as const;

export type PaidKind = (typeof paidKinds)[number];

/** Members of the SDK client that cost credits, by their path below it. */
export const paidMembers: Readonly<Record<string, PaidKind>> = {
  'integrations.Core.GenerateVideo': 'video',
  'integrations.Core.GenerateImage': 'image',
  'integrations.Core.GenerateSpeech': 'speech',
  'integrations.Core.InvokeLLM': 'ai',
  'agents.addMessage': 'agent',
  'integrations.Core.ExtractDataFromUploadedFile': 'extraction',
  'connectors.callApi': 'connector',
  'integrations.Core.SendEmail': 'mail',
  'integrations.Core.UploadFile': 'upload',
  'integrations.Core.UploadPrivateFile': 'upload',
  'integrations.Core.SendSMS': 'sms',
  'integrations.Core.TranscribeAudio': 'transcription',
  'integrations.custom.call': 'custom',
  'aiGateway.connection': 'gateway',
  'integrations.Core.CreateFileSignedUrl': 'signed-url',
};

/** The kind of a member of the client; null where it costs nothing. */
export function paidKindOf(member: string): PaidKind | null {
  return Object.hasOwn(paidMembers, member) ? paidMembers[member]! : null;
}
