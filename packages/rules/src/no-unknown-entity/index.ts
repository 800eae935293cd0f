import { entityMethods } from '@base44-lint/catalog';
import { documentKindOf, usedNamesOf, type App } from '@base44-lint/model';
import type { AppFinding, Edit, Suggestion } from '../finding.js';
import { closeName } from '../judge/close-name.js';
import { documentsIn } from '../judge/documents.js';
import { exportPart, type ExportPart } from '../judge/export-part.js';
import { listed } from '../judge/listed.js';
import { alsoAt, countOf, repeated, type Repeated } from '../judge/repeated.js';
import { defineRule } from '../rule.js';
import { missingInCode, missingInDocument, type Sighting } from './sightings.js';

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
    severities: ['medium', 'low'],
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

  // In an editor each file tells its own; a scan tells each name once, see `checkApp`.
  *checkCode({ app, file, options }) {
    const known = namesOf(app, options);
    if (!app.used && known.size > 0) yield* findings(missingInCode(file, known), known, 'unseen');
  },

  *checkJson({ app, document, options }) {
    const known = namesOf(app, options);
    if (!app.used && known.size > 0) yield* findings(missingInDocument(document, known), known, 'unseen');
  },

  *checkApp({ app, files, tree, options }) {
    const known = namesOf(app, options);
    const used = usedNamesOf(files).entities;
    const part = exportPart('entities', known, used);
    if (part === 'none') return;
    const inCode = files.flatMap((file) => missingInCode(file, known));
    if (part === 'part') {
      const missing = used.filter((name) => !known.has(name));
      const first = inCode.find(({ name }) => missing.includes(name));
      if (first) yield summary(missing, used.length, first);
    } else if (app.used) {
      const inDocuments = documentsIn(app, tree).flatMap((document) => missingInDocument(document, known));
      yield* findings([...inCode, ...inDocuments], known, part);
    }
  },
});

/**
 * Entities that may be named: those with a schema, also where it cannot be read and the file name must do, and the one
 * that every app has. Empty where no schema was exported.
 */
function namesOf(app: App, { known }: Options): ReadonlySet<string> {
  const exported = Object.keys(app.entities);
  const unread = app.notChecked
    .filter(({ file }) => documentKindOf(app, file) === 'entity')
    .map(({ file }) => file.replace(/^.*\//, '').replace(/\.\w+$/, ''));
  return new Set(exported.length === 0 ? [] : [...exported, ...unread, 'User', ...known]);
}

function* findings(
  sightings: readonly Sighting[],
  known: ReadonlySet<string>,
  part: ExportPart,
): Generator<AppFinding> {
  const sureFirst = [...sightings].sort((a, b) => Number(b.sure) - Number(a.sure));
  for (const group of repeated(sureFirst, ({ name }) => name)) yield finding(group, known, part);
}

function finding(group: Repeated<Sighting>, known: ReadonlySet<string>, part: ExportPart): AppFinding {
  const { name, file, start, end, sure } = group.first;
  const near = closeName(name, known);
  const count = countOf(group);
  const evident = part === 'whole' || near !== undefined;
  return {
    file,
    subject: name,
    severity: 'medium',
    confidence: sure && evident ? 'likely' : 'possible',
    message: `The export holds no entity \`${name}\`${near ? ` but \`${near}\`` : ''}, so calls on it${count && ` (${count})`} fail, or reach rows whose access rules nobody can check here.`,
    span: { start, end },
    evidence: alsoAt(group, () => `names \`${name}\` too`),
    advice: near
      ? `Write \`${near}\` if that is what is meant; if \`${name}\` exists on Base44, export the app again.`
      : `Create \`${name}\` with access rules or remove the calls; if it exists on Base44, export the app again.`,
    suggestions: near ? renaming(group, near) : [],
  };
}

function summary(missing: readonly string[], used: number, { file, start, end }: Sighting): AppFinding {
  return {
    file,
    subject: 'export',
    severity: 'low',
    confidence: 'certain',
    message: `The export holds schemas of ${used - missing.length} of the ${used} entities that the code uses, so nobody can check who may read or change ${listed(missing.map((name) => `\`${name}\``))}.`,
    span: { start, end },
    evidence: [],
    advice:
      'Export the app again with all of `base44/entities`, or judge the access rules of these entities in the Base44 editor.',
    suggestions: [],
  };
}

/** In all places, where one file holds them and each lets a new name leave the rest of the code as it is. */
function renaming({ first, others }: Repeated<Sighting>, near: string): readonly Suggestion[] {
  const edits = [first, ...others].map((place) => (place.file === first.file ? edit(place, near) : undefined));
  if (!edits.every((one) => one !== undefined)) return [];
  return [{ title: `Ask for \`${near}\` here instead of \`${first.name}\``, edits }];
}

/** Behind `entities.` or inside quotes. */
function edit({ name, start, end, text }: Sighting, near: string): Edit | undefined {
  const isMember = text[start - 1] === '.' && /^[a-z_$][\w$]*$/i.test(near);
  const inner = text.slice(start, end) === name ? { start, end } : { start: start + 1, end: end - 1 };
  const isQuoted = /['"]/.test(text[inner.start - 1] ?? '') && text.slice(inner.start, inner.end) === name;
  return isMember || isQuoted ? { ...inner, text: near } : undefined;
}
