import { usedNamesOf } from '@base44-lint/model';
import type { AppFinding } from '../finding.js';
import { closeName } from '../judge/close-name.js';
import { documentsIn } from '../judge/documents.js';
import { exportPart, type ExportPart } from '../judge/export-part.js';
import { listed } from '../judge/listed.js';
import { alsoAt, countOf, repeated, type Repeated } from '../judge/repeated.js';
import { defineRule } from '../rule.js';
import { FunctionNames } from './names.js';
import { missingInCode, missingInDocument, type Sighting } from './sightings.js';

interface Options {
  readonly known: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'no-unknown-function',
    description: 'disallow calls of backend functions that the export does not hold',
    limitations: ['exit-github-beta', 'faq-agent-hallucination'],
    preset: 'strict',
    since: '0.2.0',
    severities: ['medium', 'low'],
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

  // In an editor each file tells its own; a scan tells each name once, see `checkApp`.
  *checkCode({ app, file, options }) {
    const names = new FunctionNames(app, options.known);
    if (!app.used && names.all.size > 0) yield* findings(missingInCode(file, names, false), names, 'unseen');
  },

  *checkJson({ app, document, options }) {
    const names = new FunctionNames(app, options.known);
    if (!app.used && names.all.size > 0) yield* findings(missingInDocument(document, names), names, 'unseen');
  },

  *checkApp({ app, files, tree, options }) {
    const names = new FunctionNames(app, options.known);
    const used = usedNamesOf(files).functions;
    const part = exportPart('functions', names.all, used, (name) => names.has(name));
    const inCode = files.flatMap((file) => missingInCode(file, names, true));
    if (part === 'part' || part === 'none') {
      const missing = used.filter((name) => !names.has(name));
      const first = inCode.find(({ name }) => missing.includes(name));
      if (first) yield summary(missing, used.length, first);
    } else if (app.used) {
      const inDocuments = documentsIn(app, tree).flatMap((document) => missingInDocument(document, names));
      yield* findings([...inCode, ...inDocuments], names, part);
    }
  },
});

function* findings(sightings: readonly Sighting[], names: FunctionNames, part: ExportPart): Generator<AppFinding> {
  const sureFirst = [...sightings].sort((a, b) => Number(b.sure) - Number(a.sure));
  for (const group of repeated(sureFirst, ({ name }) => name)) yield finding(group, names, part);
}

function finding(group: Repeated<Sighting>, names: FunctionNames, part: ExportPart): AppFinding {
  const { name, file, start, end, sure } = group.first;
  const below = names.below(name);
  const near = below ?? closeName(name, names.all);
  const evident = below === undefined && (part === 'whole' || near !== undefined);
  const count = countOf(group);
  const calls = count ? `calls of it (${count}) fail` : 'this call fails';
  return {
    file,
    subject: name,
    severity: below !== undefined ? 'low' : 'medium',
    confidence: sure && evident ? 'likely' : 'possible',
    message:
      below !== undefined
        ? `The export holds \`${below}\` but no backend function \`${name}\`, so ${calls} where Base44 knows it by its full path.`
        : `The export holds no backend function \`${name}\`${near ? ` but \`${near}\`` : ''}, so ${calls} and what it should do never happens.`,
    span: { start, end },
    evidence: [...(below !== undefined ? names.placeOf(below) : []), ...alsoAt(group, () => `calls \`${name}\` too`)],
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

function summary(missing: readonly string[], used: number, { file, start, end }: Sighting): AppFinding {
  const held = used - missing.length;
  return {
    file,
    subject: 'export',
    severity: 'low',
    confidence: 'certain',
    message: `The export holds ${held === 0 ? 'none' : held} of the ${used} backend functions that the code calls, so nobody can check what ${listed(missing.map((name) => `\`${name}\``))} do and who may call them.`,
    span: { start, end },
    evidence: [],
    advice: 'Export the app again with all of `base44/functions`, or review these functions in the Base44 editor.',
    suggestions: [],
  };
}
