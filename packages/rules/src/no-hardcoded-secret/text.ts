import type { Span } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import type { ContextDetection } from '../secrets/context.js';
import { mask } from '../secrets/mask.js';
import { looksRandom } from '../secrets/shape.js';
import { milder } from '../judge/read-severity.js';
import { confidenceOf, severityOf, type SecretPlace } from '../secrets/places.js';

interface Circumstances {
  readonly place: SecretPlace;
  readonly comment: boolean;
  readonly span: Span;
  /** Set for files that are no code. */
  readonly file?: string;
}

/** What is said about a secret where it stands; null where it is not worth a word there. */
export function findingOf(detection: ContextDetection, circumstances: Circumstances): RuleFinding | null {
  const { place, comment, span } = circumstances;
  const { weight, value } = detection;
  const full = severityOf[weight][place];
  if (full === null) return null;
  const severity = isSuperseded(detection, place) ? milder(full) : full;
  return {
    severity: comment ? milder(severity) : severity,
    confidence: detection.overridable ? 'likely' : confidenceOf[weight],
    message: messageOf(detection, circumstances),
    span,
    evidence: [],
    advice: adviceOf(detection, circumstances),
    suggestions: [],
    secret: value,
  };
}

/** Counts only where nothing else is set: a preset password, and a made-up fallback that is no key of a service. */
function isSuperseded({ overridable, fallbackFor, value }: ContextDetection, place: SecretPlace): boolean {
  if (overridable) return true;
  return fallbackFor !== undefined && place === 'backend' && !looksRandom(value);
}

const readers: Readonly<Record<SecretPlace, string>> = {
  browser: 'Everyone who opens the app',
  backend: 'Everyone who can read this repository',
  repository: 'Everyone who can read this repository',
  example: 'Everyone who can read this repository',
};

function messageOf(detection: ContextDetection, { place, comment }: Circumstances): string {
  const { weight, label, value, compared, overridable, fallbackFor } = detection;
  const who = readers[place];
  const shown = mask(value);
  if (overridable)
    return `${who} can read this ${label} (${shown}) in the code, and it counts until another value replaces it.`;
  if (compared) return `${who} can read this ${label} (${shown}) in the code and pass the check.`;
  if (fallbackFor)
    return `${who} knows the value (${shown}) that stands in for ${fallbackFor} wherever that is not set.`;
  const where = comment ? ' in a comment' : '';
  switch (weight) {
    case 'hook':
      return `${who} can send to this ${label} (${shown})${where}.`;
    case 'browser':
      return `${who} can use this ${label} (${shown})${where} unless it is restricted at the provider.`;
    case 'test':
      return `${who} can use this ${label} (${shown})${where} in the provider's sandbox.`;
    case 'session':
      return `${who} can act as the owner of this ${label} (${shown})${where} until it expires.`;
    case 'demo':
      return `${who} can read this ${label} (${shown})${where}.`;
    default:
      return `${who} can read and use this ${label} (${shown})${where}.`;
  }
}

function adviceOf(
  { weight, label, compared, overridable, fallbackFor, variable }: ContextDetection,
  { place, file }: Circumstances,
): string {
  const read = `\`Deno.env.get('${variable ?? 'NAME'}')\``;
  const store = "the app's secrets (dashboard or `base44 secrets set`)";
  if (file !== undefined && place !== 'browser') {
    if (/(?:^|\/)\.env[^/]*$/.test(file))
      return `Replace the value at its provider, keep the new one in ${store}, and add this file to .gitignore.`;
    return place === 'backend' && /\.jsonc?$/.test(file)
      ? `Replace the value, keep the new one in ${store}, and let the function read it instead of passing it in this file.`
      : 'Replace the value at its provider, because the history of this file keeps it, and keep the new one out of the repository.';
  }
  if (label === 'Base44 API key' && place === 'browser')
    return 'Take the key out of the browser code, where users sign in and act as themselves, move what needs it into a backend function, and replace the key, because the history keeps it.';
  if (overridable && place !== 'browser')
    return 'Refuse where no other value is set instead of starting from this one, and change it wherever it is in use.';
  if (compared || overridable) {
    return place === 'browser'
      ? 'Check identity and role in a backend function with `auth.me()`, and change the value wherever it is used, because the history keeps it.'
      : `Compare with ${read} kept in ${store}, refuse where that is not set, and change the value.`;
  }
  if (fallbackFor)
    return `Refuse to run where ${fallbackFor} is not set instead of falling back, and set it in ${store}.`;
  if (weight === 'demo' && label === 'Google API key')
    return 'Restrict the key to your domains and to the Maps APIs in the Google Cloud console.';
  if (weight === 'demo') return 'Make sure that the account can see demo data only, or ask for the password.';
  const browser = place === 'browser' ? 'call the service from a backend function that reads it' : 'read it';
  return `Replace the value at its provider, keep the new one in ${store}, and ${browser} with ${read}.`;
}
