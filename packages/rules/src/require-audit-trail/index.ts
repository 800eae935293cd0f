import type { Access, App, JsonDocument } from '@base44-lint/model';
import type { AppFinding, RuleFinding } from '../finding.js';
import { isOnPlatform } from '../judge/platform.js';
import { defineRule } from '../rule.js';
import { hasTrail, isProof } from './audit-entity.js';
import { sensitiveChanges, type SensitiveChange, type Subject } from './sensitive-changes.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'require-audit-trail',
    description: 'require a record of sensitive changes that nobody can rewrite',
    limitations: ['data-no-audit-log'],
    preset: 'recommended',
    since: '0.2.0',
    cwe: 'CWE-778',
    severities: ['medium', 'low', 'info'],
    precision: 'high',
    words: [],
    related: ['require-entity-rules'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkJson({ app, document }) {
    const { entity } = document;
    if (!entity || !isProof(entity.name)) return;
    const open = (['update', 'delete'] as const).filter((operation) => isOpen(entity.access[operation]));
    if (open.length > 0) yield editableTrail(entity.name, open, entity.access[open[0] as 'update'], app, document);
  },

  *checkApp({ app, files }) {
    const changes = sensitiveChanges(app, files);
    const worst = ORDER.map((subject) => changes.find((one) => one.subject === subject)).find((one) => one);
    if (!worst || isWatched(app, changes)) return;
    const calls = files.flatMap(({ entityCalls }) => entityCalls);
    if (!hasTrail(app, calls)) yield noTrail(worst, changes);
  },
});

const ORDER: readonly Subject[] = ['regulated', 'rights', 'secret', 'money'];

function isOpen({ kind, everyUser }: Access): boolean {
  return kind === 'open' || everyUser === true;
}

/** An automation runs on changes of one of the entities and may well write them down. */
function isWatched(app: App, changes: readonly SensitiveChange[]): boolean {
  const entities = new Set(changes.map(({ entity }) => entity));
  return app.functions.some(({ automations }) =>
    automations.some((one) => one.kind === 'entity' && (one.entity === undefined || entities.has(one.entity))),
  );
}

function editableTrail(
  name: string,
  open: readonly ('update' | 'delete')[],
  { place, reason }: Access,
  app: App,
  { file, text }: JsonDocument,
): RuleFinding {
  const who = app.visibility === 'public' ? 'Anyone on the internet' : 'Any user of the app';
  const what = open.map((operation) => (operation === 'update' ? 'rewrite' : 'delete')).join(' and ');
  const span = place && place.file === file ? place : { start: 0, end: Math.max(1, text.length) };
  return {
    severity: 'medium',
    confidence: isOnPlatform(app) ? 'certain' : 'possible',
    message: `${who} can ${what} entries of ${name}, so they prove nothing about who did what.`,
    span: { start: span.start, end: span.end },
    evidence: place && place.file !== file ? [{ ...place, note: reason }] : [],
    advice:
      'Set `update` and `delete` to false in `rls`, which leaves both to the service role, and let only backend functions create entries.',
    suggestions: [],
  };
}

function noTrail({ call, entity, subject }: SensitiveChange, changes: readonly SensitiveChange[]): AppFinding {
  const others = [...new Set(changes.filter((one) => one.subject === subject).map((one) => one.entity))].filter(
    (name) => name !== entity,
  );
  const also =
    others.length === 0 ? '' : others.length === 1 ? ` and ${others[0]}` : ` and ${others.length} more entities`;
  return {
    file: call.file,
    subject,
    severity: subject === 'money' ? 'info' : 'low',
    confidence: 'likely',
    message:
      subject === 'rights'
        ? 'Nobody can tell afterwards who gave whom which role, because the app keeps no record of changes.'
        : `Nobody can tell afterwards who changed ${entity}${also} or what stood there before, because the app keeps no record of changes.`,
    span: call.span,
    evidence: [],
    advice:
      'Make the change in a backend function that also writes who did what and when to an entity such as `AuditLog`, whose rules let no client update or delete.',
    suggestions: [],
  };
}
