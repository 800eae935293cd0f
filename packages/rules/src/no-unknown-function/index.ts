import { calledFunctions, usedNamesOf, type App, type FileView, type Span } from '@base44-lint/model';
import type { AppFinding, Confidence, RuleFinding } from '../finding.js';
import { exportPart, type ExportPart } from '../judge/export-part.js';
import { listed } from '../judge/listed.js';
import { firstArgument } from '../judge/call-fact.js';
import { namedIn } from '../judge/named-in.js';
import { closeName } from '../judge/close-name.js';
import { defineRule } from '../rule.js';
import { addressesIn } from './addresses.js';
import { FunctionNames } from './names.js';

interface Options {
  readonly known: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'no-unknown-function',
    description: 'disallow calls of backend functions that the export does not hold',
    limitations: ['exit-github-beta', 'faq-agent-hallucination'],
    preset: 'recommended',
    since: '0.2.0',
    precision: 'high',
    words: ['functions', 'function_name'],
    related: ['no-unknown-entity', 'no-unknown-sdk-member'],
    schema: {
      type: 'object',
      properties: {
        known: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description: 'Names of backend functions that the app has although the export does not hold them',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { known: [] },

  *checkCode({ app, file, options }) {
    const names = new FunctionNames(app, options.known);
    const part = partOf(app, names);
    if (file.zone === 'other' || part === 'none' || part === 'part') return;
    const reported = new Set<string>();
    for (const { name, span, sure } of namedBy(file, app.used !== undefined)) {
      if (names.has(name) || reported.has(name)) continue;
      reported.add(name);
      yield finding(name, names, span, sure ? part : 'unseen', sure);
    }
  },

  *checkJson({ app, document, options }) {
    const names = new FunctionNames(app, options.known);
    const part = partOf(app, names);
    if (document.kind === 'entity' || part === 'none' || part === 'part') return;
    for (const { name, span } of namedIn(document, 'function_name'))
      if (!names.has(name)) yield finding(name, names, span, part, true);
  },

  *checkApp({ app, files, options }) {
    const names = new FunctionNames(app, options.known);
    const used = usedNamesOf(files).functions;
    const missing = used.filter((name) => !names.has(name));
    const isPart = exportPart(names.all, used, (name) => names.has(name)) === 'part';
    if (missing.length === 0 || (names.all.size > 0 && !isPart)) return;
    const summary = files.map((file) => summaryIn(file, missing, used.length)).find((one) => one !== null);
    if (summary) yield summary;
  },
});

function partOf(app: App, names: FunctionNames): ExportPart {
  return exportPart(names.all, app.used?.functions, (name) => names.has(name));
}

interface Named {
  readonly name: string;
  readonly span: Span;
  /** Whether the name certainly is one of a function of this app. */
  readonly sure: boolean;
}

function namedBy(file: FileView, allInSight: boolean): readonly Named[] {
  const called = file.sdkCalls.flatMap((call) => {
    const isVirtual = call.member !== 'functions.invoke' && call.member !== 'functions.fetch';
    // Without the other files in sight, `@/functions/x` may be a file of the app.
    const sure = call.origin === 'sdk' && (!isVirtual || allInSight);
    const span = isVirtual ? call.span : firstArgument(file.facts, call);
    return calledFunctions(call, file.facts).map((name) => ({ name, span, sure }));
  });
  return [...called, ...addressesIn(file)];
}

function finding(name: string, names: FunctionNames, span: Span, part: ExportPart, sure: boolean): RuleFinding {
  const below = names.below(name);
  const near = below ?? closeName(name, names.all);
  const confidence: Confidence =
    sure && below === undefined && (part === 'whole' || near !== undefined) ? 'likely' : 'possible';
  return {
    severity: below !== undefined ? 'low' : 'medium',
    confidence,
    message:
      below !== undefined
        ? `The export holds \`${below}\` but no backend function \`${name}\`, so this call fails where Base44 knows it by its full path.`
        : `The export holds no backend function \`${name}\`${near ? ` but \`${near}\`` : ''}, so this call fails and what it should do never happens.`,
    span,
    evidence: below !== undefined ? names.placeOf(below) : [],
    advice: adviceFor(name, near),
    suggestions: [],
  };
}

function adviceFor(name: string, near: string | undefined): string {
  if (/^(?:base44\.)?(?:integrations|entities|agents|auth)\./.test(name))
    return `Call \`${name.startsWith('base44.') ? name : `base44.${name}`}\` itself, since \`functions.invoke\` reaches only functions of the app.`;
  return near
    ? `Call \`${near}\` if that is what is meant; if \`${name}\` exists on Base44, export the app again.`
    : `Write the function in \`base44/functions/${name}/entry.ts\` or remove the call; if it exists on Base44, export the app again.`;
}

/** One finding for all, at the first of them in the file. */
function summaryIn(file: FileView, missing: readonly string[], used: number): AppFinding | null {
  if (file.zone === 'other') return null;
  const first = namedBy(file, true).find(({ name }) => missing.includes(name));
  if (!first) return null;
  const held = used - missing.length;
  return {
    file: file.file,
    severity: 'low',
    confidence: 'certain',
    message: `The export holds ${held === 0 ? 'none' : held} of the ${used} backend functions that the code calls, so nobody can check what ${listed(missing.map((name) => `\`${name}\``))} do and who may call them.`,
    span: first.span,
    evidence: [],
    advice: 'Export the app again with all of `base44/functions`, or review these functions in the Base44 editor.',
    suggestions: [],
  };
}
