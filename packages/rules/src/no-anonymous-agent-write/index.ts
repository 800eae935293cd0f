import { propertyOf, type App, type JsonDocument } from '@base44-lint/model';
import type { RuleFinding, Severity } from '../finding.js';
import { headOf, list, quoted, spanOf, within } from '../judge/document.js';
import { defineRule } from '../rule.js';
import { worse } from '../judge/read-severity.js';
import { isAnonymous, isInbox, isSensitive, onlyAnswers, toolsOf, type Tool } from './tools.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-anonymous-agent-write',
    description: 'disallow agents that write data or call functions for people who have not signed in',
    limitations: ['auth-coarse-roles'],
    preset: 'recommended',
    since: '0.2.0',
    severities: ['high', 'medium', 'low'],
    cwe: 'CWE-306',
    precision: 'high',
    words: [],
    related: ['require-entity-rules', 'require-function-auth'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkJson({ app, document }) {
    if (document.kind !== 'agent' || document.value === undefined) return;
    const tools = toolsOf(document);
    if (isAnonymous(document)) yield* anonymous(app, document, tools);
    else yield* signedIn(app, document, tools);
  },
});

/** One finding for an agent: at the switch that lets everyone in, with each tool that does something as evidence. */
function* anonymous(app: App, document: JsonDocument, tools: readonly Tool[]): Generator<RuleFinding> {
  const judged = tools.flatMap((tool) => {
    const severity = severityOf(app, tool);
    return severity ? [{ tool, severity }] : [];
  });
  const [first] = judged;
  if (!first) return;
  const severity = judged.map((one) => one.severity).reduce(worse);
  const worst = judged.filter((one) => one.severity === severity).map(({ tool }) => tool);
  const property = propertyOf(document.root, 'allow_anonymous_access');
  yield {
    severity,
    confidence: worst.some(({ entity }) => entity !== undefined) ? 'certain' : 'likely',
    message: `Anyone, signed in or not, can talk this agent into ${list(worst.slice(0, 3).map(deedOf))}.`,
    span: property ? spanOf(property) : headOf(document),
    evidence: judged.map(({ tool }) => ({ ...within(spanOf(tool.node)), file: document.file, note: noteOf(tool) })),
    advice:
      severity === 'low'
        ? 'Expect rows of any content and number, and let nothing of value follow from them by itself.'
        : 'Set `allow_anonymous_access` to false, or leave the agent only tools that read what everyone may see or add requests for people to check.',
    suggestions: [],
  };
}

/** Text that somebody types decides what an agent does; for strangers only adding requests is a matter of course. */
function severityOf(app: App, { entity, function: called, writes }: Tool): Severity | null {
  if (called !== undefined) return onlyAnswers(called) ? null : 'medium';
  if (entity === undefined || writes.length === 0) return null;
  if (writes.includes('delete') || writes.includes('update')) return isSensitive(app, entity) ? 'high' : 'medium';
  return isInbox(entity) || !isSensitive(app, entity) ? 'low' : 'medium';
}

/** Grants to change or delete what belongs to somebody: the model decides when to use them. */
function* signedIn(app: App, document: JsonDocument, tools: readonly Tool[]): Generator<RuleFinding> {
  const risky = tools.filter(
    ({ entity, writes }) =>
      entity !== undefined &&
      (writes.includes('delete') || (entity === 'User' && writes.length > 0)) &&
      isSensitive(app, entity),
  );
  const [first, ...more] = risky;
  if (!first) return;
  const operations = propertyOf(first.node, 'allowed_operations');
  yield {
    severity: 'low',
    confidence: 'likely',
    message: `A misunderstood sentence, or one that somebody planted in the data, is enough for this agent to ${deedsOf(risky)}.`,
    span: spanOf(operations ?? first.node),
    evidence: more.map(({ node, entity }) => ({
      ...within(spanOf(node)),
      file: document.file,
      note: `the same for ${entity}`,
    })),
    advice: 'Leave out `delete`, or let the agent mark rows that a person deletes.',
    suggestions: [],
  };
}

function deedOf({ entity, function: called, writes }: Tool): string {
  if (called !== undefined) return `calling \`${called}\``;
  const verb = { delete: 'deleting', update: 'changing', create: 'adding' }[writes[0] ?? 'create'];
  return `${verb} rows of \`${entity}\``;
}

/** "delete rows of `Client` and `Case`". */
function deedsOf(tools: readonly Tool[]): string {
  const names = (some: readonly Tool[]) => list(quoted(some.slice(0, 3).map(({ entity = '' }) => entity)));
  const deletes = tools.filter(({ writes }) => writes.includes('delete'));
  return deletes.length > 0 ? `delete rows of ${names(deletes)}` : `change rows of ${names(tools)}`;
}

function noteOf({ entity, function: called, writes }: Tool): string {
  return called === undefined ? `may ${list(quoted(writes))} ${entity}` : `may call ${called}`;
}
