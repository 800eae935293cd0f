import type { App, SdkCall } from '@base44-lint/model';
import { knownOf, type Act } from './act.js';

/** Integrations that spend the owner's credits on each call. */
const PAID = /^integrations\.Core\.(InvokeLLM|GenerateImage|GenerateVideo|GenerateSpeech|ExtractDataFromUploadedFile)$/;

/** What a function does with the platform's own services: mail, models, invitations. */
export function sdkAct(app: App, call: SdkCall): Act | null {
  const known = knownOf(call.caller);
  if (!known || call.origin === 'shim') return null;
  // With the caller's own client a stranger gets through only where the app is public.
  const reaches = call.role === 'service' || known === 'signed-in' || app.visibility === 'public';
  const base = { span: call.span, known, evidence: [], advice: '' };
  if (/^integrations\.(?:Core\.)?SendEmail$/.test(call.member)) {
    const chosen = call.fromCaller.includes('recipient');
    const free = call.fromCaller.includes('text');
    if (known === 'signed-in' && !(chosen && free)) return null;
    return {
      ...base,
      severity: known === 'none' && chosen && free && !call.fromCaller.includes('event') ? 'high' : 'medium',
      confidence: chosen && reaches ? 'likely' : 'possible',
      can: chosen
        ? `send ${free ? 'their own text' : 'its mail'} to any address in the app's name`
        : 'make it send mail, which costs credits',
      does: 'sends mail',
      advice: 'Send only to addresses that the app has on record.',
      chosen,
    };
  }
  const paid = PAID.exec(call.member)?.[1];
  if (paid !== undefined) {
    if (known === 'signed-in') return null;
    return {
      ...base,
      severity: 'medium',
      confidence: call.fromCaller.includes('content') && reaches ? 'likely' : 'possible',
      can: `spend the owner's credits on \`${paid}\` as often as they like`,
      does: `spends credits on \`${paid}\``,
      chosen: call.fromCaller.includes('content'),
    };
  }
  if (call.member === 'users.inviteUser') {
    return {
      ...base,
      severity: known === 'none' ? 'high' : 'medium',
      confidence: call.role === 'service' || known === 'none' ? 'likely' : 'possible',
      can: 'invite whom they like into the app',
      does: 'invites users',
      chosen: true,
    };
  }
  return null;
}
