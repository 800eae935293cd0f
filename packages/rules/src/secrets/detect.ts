import { connectionPasswords, urlKeys } from './addresses.js';
import { jwtKind, jwtPattern } from './jwt.js';
import { isPlaceholder } from './placeholder.js';
import { mayHoldKey, providers } from './providers.js';
import { secretlintDetections } from './secretlint.js';
import type { Detection } from './types.js';

/**
 * Secrets that any text shows by their own format, whatever stands around them: provider keys, tokens, connection
 * strings and keys in addresses. In order of place, without overlaps.
 */
export function detectByFormat(text: string, file: string): readonly Detection[] {
  const found = [
    ...providerKeys(text),
    ...tokens(text),
    ...connectionPasswords(text),
    ...urlKeys(text),
    ...bySecretlint(text, file),
  ];
  return withoutOverlaps(found.filter(({ span, value }) => !isPlaceholder(value) && !insideData(text, span.start)));
}

function* providerKeys(text: string): Generator<Detection> {
  if (!mayHoldKey(text)) return;
  for (const { pattern, label, weight, variable } of providers) {
    for (const match of text.matchAll(pattern)) {
      const value = match[0];
      const span = { start: match.index, end: match.index + value.length };
      if (weight === 'live' && !/^-----|\d/.test(value.slice(4))) continue;
      yield { span, value, label, weight, ...(variable && { variable }) };
    }
  }
}

function* tokens(text: string): Generator<Detection> {
  if (!text.includes('eyJ')) return;
  for (const match of text.matchAll(jwtPattern)) {
    const kind = jwtKind(match[0]);
    if (kind === 'public') continue;
    const span = { start: match.index, end: match.index + match[0].length };
    yield kind === 'service'
      ? {
          span,
          value: match[0],
          label: 'Supabase service-role key',
          weight: 'live',
          variable: 'SUPABASE_SERVICE_ROLE_KEY',
        }
      : { span, value: match[0], label: 'signed token', weight: 'session' };
  }
}

/**
 * Asked before secretlint's patterns run, which is slow: the formats that it knows beyond ours, and the commonest of
 * both as a second opinion.
 */
const secretlintHints =
  /[aA][wW][sS].{0,5}(?:SECRET|secret|Secret)|(?:AK|AS)IA[0-9A-Z]{8}|private_key|npm_[A-Za-z0-9]{8}|_authToken|xox[abeprs]-|xapp-|T3BlbkFJ|sk-ant-|gh[pousr]_|github_pat_|gl(?:sa|c|pat)[_-]|eyJrIjoi|ops_eyJ|A3-[A-Z0-9]{6}|hv[sbr]\.|vc[a-z]_[A-Za-z0-9]{8}|dapi[0-9a-f]{8}|dckr_|figd_/;

function bySecretlint(text: string, file: string): readonly Detection[] {
  return secretlintHints.test(text) ? secretlintDetections(text, file) : [];
}

/** Base64 data (images, fonts) holds every short pattern sooner or later. */
function insideData(text: string, at: number): boolean {
  return /(?:;base64,|(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{200})[A-Za-z0-9+/=]*$/.test(
    text.slice(Math.max(0, at - 400), at),
  );
}

/** Of detections that overlap, the one named first: own formats say more than the general ones. */
function withoutOverlaps(found: readonly Detection[]): readonly Detection[] {
  const kept: Detection[] = [];
  for (const one of found) {
    if (!kept.some(({ span }) => span.start < one.span.end && one.span.start < span.end)) kept.push(one);
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}
