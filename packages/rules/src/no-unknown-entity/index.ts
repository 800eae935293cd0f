import { entityMethods } from '@base44-lint/catalog';
import { sourceOf, usedNamesOf, type App, type EntityCall, type FileView, type Span } from '@base44-lint/model';
import type { Confidence, RuleFinding, Suggestion } from '../finding.js';
import { exportPart, type ExportPart } from '../judge/export-part.js';
import { listed } from '../judge/listed.js';
import { namedIn } from '../judge/named-in.js';
import { closeName } from '../judge/close-name.js';
import { defineRule } from '../rule.js';

interface Options {
  readonly known: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'no-unknown-entity',
    description: 'disallow entities that the export holds no schema of',
    limitations: ['exit-github-beta', 'faq-agent-hallucination'],
    preset: 'recommended',
    since: '0.2.0',
    precision: 'high',
    words: ['entities', 'entity_name', ...entityMethods],
    related: ['no-unknown-field', 'no-unknown-function', 'no-unknown-sdk-member'],
    schema: {
      type: 'object',
      properties: {
        known: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description: 'Names of entities that the app has although the export holds no schema of them',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { known: [] },

  *checkCode({ app, file, options }) {
    const names = namesOf(app, options);
    const part = exportPart(names, app.used?.entities);
    if (file.zone === 'other' || part === 'none' || part === 'part') return;
    const reported = new Set<string>();
    for (const call of file.entityCalls) {
      if (!isPlatform(call, file)) continue;
      const missing = call.entity.candidates.filter((name) => !names.has(name) && !reported.has(name));
      for (const name of missing) {
        reported.add(name);
        yield finding(name, names, placeOfName(call, name, file.text), {
          confidence: confidenceOf(call, name, names, part),
          text: file.text,
        });
      }
    }
  },

  *checkJson({ app, document, options }) {
    const names = namesOf(app, options);
    const part = exportPart(names, app.used?.entities);
    if (document.kind === 'entity' || part === 'none' || part === 'part') return;
    for (const { name, span } of namedIn(document, 'entity_name')) {
      if (names.has(name)) continue;
      const sure = part === 'whole' || closeName(name, names) !== undefined;
      yield finding(name, names, span, { confidence: sure ? 'likely' : 'possible', text: document.text });
    }
  },

  *checkApp({ app, files, options }) {
    const names = namesOf(app, options);
    const used = usedNamesOf(files).entities;
    if (exportPart(names, used) !== 'part') return;
    const missing = used.filter((name) => !names.has(name));
    for (const file of files) {
      const call = file.entityCalls.find((one) => isPlatform(one, file) && missing.includes(one.entity.name ?? ''));
      if (!call || file.zone === 'other') continue;
      yield {
        file: file.file,
        severity: 'low',
        confidence: 'certain',
        message: `The export holds schemas of ${used.length - missing.length} of the ${used.length} entities that the code uses, so nobody can check who may read or change ${listed(missing.map((name) => `\`${name}\``))}.`,
        span: placeOfName(call, call.entity.name as string, file.text),
        evidence: [],
        advice:
          'Export the app again with all of `base44/entities`, or judge the access rules of these entities in the Base44 editor.',
        suggestions: [],
      };
      return;
    }
  },
});

/** Entities that may be named: those with a schema, and the one that every app has. */
function namesOf(app: App, { known }: Options): ReadonlySet<string> {
  const exported = Object.keys(app.entities);
  return new Set(exported.length === 0 ? [] : [...exported, 'User', ...known]);
}

/** Names of virtual modules (`@/entities/X`) belong to the plugin that makes them up, look-alikes to whoever wrote them. */
function isPlatform(call: EntityCall, { facts }: FileView): boolean {
  return call.origin !== 'shim' && !/^(?:@|~|src)\/entities(?:\/|$)/.test(sourceOf(facts, call.span) ?? '');
}

function confidenceOf(call: EntityCall, name: string, names: ReadonlySet<string>, part: ExportPart): Confidence {
  // `entities.Camp ?? entities.Camps`: one of them is there.
  const isAlternative = call.entity.candidates.some((other) => names.has(other));
  if (call.origin === 'unknown' || isAlternative) return 'possible';
  return part === 'whole' || closeName(name, names) !== undefined ? 'likely' : 'possible';
}

/** The name where the call spells it, else the whole call. */
function placeOfName(call: EntityCall, name: string, text: string): Span {
  const at = text.slice(call.span.start, call.methodSpan.start).lastIndexOf(name);
  return at < 0 ? call.span : { start: call.span.start + at, end: call.span.start + at + name.length };
}

function finding(
  name: string,
  names: ReadonlySet<string>,
  span: Span,
  { confidence, text }: { readonly confidence: Confidence; readonly text: string },
): RuleFinding {
  const near = closeName(name, names);
  return {
    severity: 'medium',
    confidence,
    message: `The export holds no entity \`${name}\`${near ? ` but \`${near}\`` : ''}, so calls on it fail, or reach rows whose access rules nobody can check here.`,
    span,
    evidence: [],
    advice: near
      ? `Write \`${near}\` if that is what is meant; if \`${name}\` exists on Base44, export the app again.`
      : `Create \`${name}\` with access rules or remove the calls; if it exists on Base44, export the app again.`,
    suggestions: near ? renaming(name, near, span, text) : [],
  };
}

/** Only behind `entities.` or inside quotes does a new name leave the rest of the code as it is. */
function renaming(name: string, near: string, span: Span, text: string): readonly Suggestion[] {
  const before = text[span.start - 1] ?? '';
  const isMember = before === '.' && /^[a-z_$][\w$]*$/i.test(near);
  const inner = text.slice(span.start, span.end) === name ? span : { start: span.start + 1, end: span.end - 1 };
  const isQuoted = /['"]/.test(text[inner.start - 1] ?? '') && text.slice(inner.start, inner.end) === name;
  if (!isMember && !isQuoted) return [];
  return [{ title: `Ask for \`${near}\` here instead of \`${name}\``, edits: [{ ...inner, text: near }] }];
}
