import type { LimitationId } from '@base44-lint/catalog';

/** A file with which another host is told what to send. */
export interface HostFile {
  /** Whose file it is. */
  readonly name: string;
  /** It lies where a build copies it to the site, so that it seems to be meant for this one. */
  readonly onlyHere: boolean;
  rulesIn(text: string): HostRules;
}

export interface HostRules {
  readonly any: boolean;
  /** "headers and redirects". */
  readonly words: string;
  readonly limitations: readonly LimitationId[];
}

/** What kind of host file a path is; undefined for all other files. */
export function hostFileOf(file: string): HostFile | undefined {
  const base = file.slice(file.lastIndexOf('/') + 1);
  switch (base) {
    case '_headers':
      return {
        name: 'another host',
        onlyHere: true,
        rulesIn: (text) => rules(linesOf(text).some(isHeader), false, text),
      };
    case '_redirects':
      return {
        name: 'another host',
        onlyHere: true,
        // The catch-all that every single-page app needs is what Base44 does anyway.
        rulesIn: (text) =>
          rules(
            false,
            linesOf(text).some((line) => !/^\/\*\s+\/(?:index\.html)?\s+200!?$/.test(line)),
            text,
          ),
      };
    case 'vercel.json':
      return {
        name: 'Vercel',
        onlyHere: false,
        rulesIn: (text) => rules(has(text, 'headers'), has(text, 'redirects'), text),
      };
    case 'staticwebapp.config.json':
      return {
        name: 'Azure',
        onlyHere: false,
        rulesIn: (text) => rules(has(text, 'globalHeaders') || has(text, 'headers'), has(text, 'redirect'), text),
      };
    case 'firebase.json':
      return {
        name: 'Firebase',
        onlyHere: false,
        rulesIn: (text) => rules(has(text, 'headers'), has(text, 'redirects'), text),
      };
    case 'netlify.toml':
      return {
        name: 'Netlify',
        onlyHere: false,
        rulesIn: (text) =>
          rules(
            text.includes('[[headers]]'),
            text.includes('[[redirects]]') && !linesOf(text).some((line) => /^status\s*=\s*200$/.test(line)),
            text,
          ),
      };
    default:
      return undefined;
  }
}

function rules(headers: boolean, redirects: boolean, text: string): HostRules {
  const cache = headers && /cache-control|expires|pragma/i.test(text);
  const other =
    headers &&
    /content-security-policy|strict-transport|x-frame|x-content-type|permissions-policy|referrer-policy|access-control/i.test(
      text,
    );
  return {
    any: headers || redirects,
    words: [...(headers ? ['headers'] : []), ...(redirects ? ['redirects'] : [])].join(' and '),
    limitations: [
      ...(cache || redirects || !other ? (['perf-cache-headers'] as const) : []),
      ...(other ? (['faq-response-headers'] as const) : []),
    ],
  };
}

/** A key of a JSON file with something in its list. */
function has(text: string, key: string): boolean {
  return new RegExp(`"${key}"\\s*:\\s*[[{]\\s*[^\\s\\]}]`).test(text);
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function isHeader(line: string): boolean {
  return /^[\w-]+:\s*\S/.test(line);
}
