import type { Detection, SecretWeight } from './types.js';

/**
 * What a Google API key opens shows only in its surroundings: Firebase's web config is public by design (null), a Maps
 * key is meant for browsers and safe when restricted, a Gemini key costs money.
 */
export function googleWeight(text: string, detection: Detection): SecretWeight | null {
  const near = text.slice(Math.max(0, detection.span.start - 400), detection.span.end + 400);
  if (/authDomain|firebaseapp|messagingSenderId|storageBucket|firebase/i.test(near)) return null;
  if (/gemini|generativelanguage|GoogleGenerativeAI|vertex|palm/i.test(near)) return 'live';
  return /maps|places|geocod|street_?view/i.test(near) ? 'demo' : 'browser';
}
