import type { FileView, Span, Term } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { defineRule } from '../rule.js';
import { denoMember, unsupportedModule, type Lack } from './host.js';

interface Options {
  /** Members of `Deno` and modules that are known to work where the functions of this app run. */
  readonly allow: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'no-unsupported-runtime-api',
    description:
      'disallow what the host of backend functions does not offer: files, processes, sockets, native modules',
    limitations: ['faq-js-only-backend'],
    preset: 'recommended',
    since: '0.2.0',
    cwe: 'CWE-758',
    severities: ['medium', 'low'],
    precision: 'high',
    words: ['Deno.', 'import', 'require'],
    related: ['no-heavy-function-import', 'no-websocket'],
    schema: {
      type: 'object',
      properties: {
        allow: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description: 'Members of `Deno` and modules that are known to work where the functions of this app run.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { allow: [] },

  *checkCode({ file, options }) {
    if (file.zone !== 'function' && file.zone !== 'shared') return;
    const allowed = new Set(options.allow);
    yield* calls(file, allowed);
    yield* imports(file, allowed);
  },
});

/** One finding for each thing that the host lacks: where the file cannot be written, reading it back fails no differently. */
function* calls({ file, facts }: FileView, allowed: ReadonlySet<string>): Generator<RuleFinding> {
  const found = new Map<string, { readonly member: string; readonly lack: Lack; readonly spans: Span[] }>();
  for (const { callee, start, end } of facts.calls) {
    const member = memberOf(callee);
    const lack = member !== null && !allowed.has(member) ? denoMember(member) : null;
    if (member === null || !lack) continue;
    const key = lack.sure ? lack.why : member;
    const entry = found.get(key) ?? { member, lack, spans: [] };
    found.set(key, entry);
    entry.spans.push({ start, end });
  }
  for (const { member, lack, spans } of found.values()) {
    const [first, ...others] = spans as [Span, ...Span[]];
    const evidence = others.slice(0, 4).map((span) => ({ file, ...span, note: 'needs it too' }));
    yield { ...findingOf(`Deno.${member}`, lack, first), evidence };
  }
}

function* imports({ imports }: FileView, allowed: ReadonlySet<string>): Generator<RuleFinding> {
  const seen = new Set(allowed);
  for (const { from, start, end, typeOnly } of imports) {
    const found = typeOnly ? null : unsupportedModule(from);
    if (!found || seen.has(found.name)) continue;
    seen.add(found.name);
    yield findingOf(found.name, found, { start, end });
  }
}

/** `readTextFile` of `Deno.readTextFile(…)`, `errors` of `Deno.errors.NotFound(…)`. */
function memberOf(callee: Term): string | null {
  let term = callee;
  while (term.t === 'get' && term.of.t === 'get') term = term.of;
  return term.t === 'get' && term.of.t === 'global' && term.of.name === 'Deno' ? term.key : null;
}

function findingOf(name: string, { why, instead, sure }: Lack, span: RuleFinding['span']): RuleFinding {
  return {
    severity: sure ? 'medium' : 'low',
    confidence: sure ? 'likely' : 'possible',
    message: `\`${name}\` ${why}, so ${sure ? 'this function fails when it gets here' : 'this function may fail when it gets here'}.`,
    span,
    evidence: [],
    advice: instead,
    suggestions: [],
  };
}
