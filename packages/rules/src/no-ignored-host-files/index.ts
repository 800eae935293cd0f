import type { LimitationId } from '@base44-lint/catalog';
import { firstLine, textIn } from '../judge/manifest.js';
import { pagesOf, type Meta } from '../judge/page.js';
import type { AppFinding } from '../finding.js';
import { defineRule } from '../rule.js';
import { hostFileOf } from './host-files.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-ignored-host-files',
    description: 'report header and redirect rules that Base44 hosting does not read',
    limitations: ['perf-cache-headers', 'faq-response-headers'],
    preset: 'audit',
    since: '0.2.0',
    cwe: 'CWE-693',
    precision: 'high',
    severities: ['medium', 'low', 'info'],
    words: [],
    related: ['client-rendered-public-pages'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkApp({ app, tree }) {
    for (const file of tree.files) {
      const host = hostFileOf(file);
      const rules = host && host.rulesIn(textIn(tree, file) ?? '');
      const place = rules?.any ? firstLine(tree, file) : undefined;
      if (!host || !rules || !place) continue;
      yield {
        file,
        severity: 'low',
        confidence: host.onlyHere ? 'likely' : 'possible',
        message: `${name(file)} sets ${rules.words} that Base44 hosting does not read, so visitors there get none of them.`,
        span: place,
        evidence: [],
        advice: host.onlyHere
          ? 'Set them in a proxy or content delivery network in front of the custom domain, and delete the file where no other host reads it.'
          : `Keep the file only if ${host.name} serves this app; on Base44 set the same in a proxy in front of the custom domain.`,
        suggestions: [],
        limitations: rules.limitations,
      };
    }
    for (const page of pagesOf(app, tree)) {
      const dead = page.metas.flatMap((meta) => deadMeta(meta) ?? []);
      yield* dead;
      if (page.head && !page.metas.some(({ key }) => key === 'content-security-policy')) yield missingPolicy(page.head);
    }
  },
});

function name(file: string): string {
  return `\`${file.slice(file.lastIndexOf('/') + 1)}\``;
}

const protections: Readonly<Record<string, string>> = {
  'x-frame-options': 'other sites can still show the app in a frame',
  'strict-transport-security': 'browsers do not learn to insist on HTTPS',
  'x-content-type-options': 'browsers may still guess the type of files',
};

/** Protection that browsers only take from a response header. A policy in a tag works, except for some of its parts. */
function deadMeta({ key, content, place }: Meta): AppFinding | undefined {
  const part =
    key === 'content-security-policy' ? /(?:^|;)\s*(frame-ancestors|report-uri|sandbox)\b/i.exec(content) : null;
  const what = Object.hasOwn(protections, key) ? `\`${key}\`` : part && `\`${part[1]!.toLowerCase()}\``;
  if (!what) return undefined;
  const effect =
    protections[key] ?? (part?.[1]?.toLowerCase() === 'frame-ancestors' ? protections['x-frame-options'] : undefined);
  const limitations: readonly LimitationId[] = ['faq-response-headers'];
  return {
    file: place.file,
    severity: effect === protections['x-frame-options'] ? 'medium' : 'low',
    confidence: 'certain',
    message: `Browsers ignore ${what} in a meta tag${effect ? `, so ${effect}` : ''}.`,
    span: place,
    evidence: [],
    advice:
      'Send it as a response header from a proxy in front of the custom domain; Base44 hosting has no setting for it.',
    suggestions: [],
    limitations,
  };
}

function missingPolicy(head: { readonly file: string; readonly start: number; readonly end: number }): AppFinding {
  return {
    file: head.file,
    severity: 'info',
    confidence: 'certain',
    message: 'The page carries no content security policy, and Base44 hosting sends none that the app could choose.',
    span: head,
    evidence: [],
    advice:
      'Add a `<meta http-equiv="Content-Security-Policy">` that lists the hosts scripts may come from; it limits what an injected script can do with the session token.',
    suggestions: [],
    limitations: ['faq-response-headers'],
  };
}
