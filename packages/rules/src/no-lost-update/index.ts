import { supports } from '@base44-lint/catalog';
import { accessOf, type App, type EntityCall } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { nameIn } from '../judge/entity.js';
import { relativeChanges } from '../judge/relative-change.js';
import { isUpdatedRow } from '../judge/updated-row.js';
import { isValueField } from '../judge/valuable.js';
import { defineRule } from '../rule.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-lost-update',
    description: 'disallow writing a number that was computed from a row read before',
    limitations: ['data-no-transactions'],
    preset: 'recommended',
    since: '0.2.0',
    cwe: 'CWE-362',
    severities: ['medium', 'low'],
    precision: 'high',
    words: ['update'],
    related: ['no-unguarded-multi-write'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ app, file, sdk }) {
    for (const call of file.entityCalls) {
      if (call.method !== 'update' || call.zone === 'other' || call.recovery) continue;
      const { name } = call.entity;
      const changes = relativeChanges(call, name === null ? undefined : app.entities[name]?.fields).filter(({ row }) =>
        isUpdatedRow(row, call, file.entityCalls),
      );
      const fields = [...new Set(changes.map(({ field }) => field))];
      if (fields.length > 0) yield finding(call, fields, app, sdk.version);
    }
  },
});

function finding(call: EntityCall, fields: readonly string[], app: App, version: string | null): RuleFinding {
  const named = fields.map((field) => `\`${field}\``).join(' and ');
  return {
    severity:
      fields.some((field) => isValueField(field, call.entity.name)) && !isPrivateRow(app, call) ? 'medium' : 'low',
    confidence: call.origin === 'unknown' || call.entity.name === null ? 'likely' : 'certain',
    message: `Two requests at once both read ${named} of ${nameIn(call)} and write back their own result, so one of the changes is lost.`,
    span: call.span,
    evidence: call.evidence,
    advice: adviceFor(fields[0] as string, version),
    suggestions: [],
  };
}

/** In the browser only the owner writes the row, so that two tabs are needed for a collision. */
function isPrivateRow(app: App, call: EntityCall): boolean {
  const { name } = call.entity;
  return call.zone === 'frontend' && name !== null && accessOf(app, name, 'update').kind === 'owner';
}

function adviceFor(field: string, version: string | null): string {
  const way = `\`updateMany({ id }, { $inc: { ${field}: change } })\``;
  const bound = 'a condition such as `$gte` in its query keeps the number from falling below zero';
  switch (supports(version, 'entities.updateMany')) {
    case 'yes':
      return `Let the server add or subtract: ${way}; ${bound}.`;
    case 'no':
      return `Raise the SDK from ${version} to 0.8.22 or later and let the server add or subtract: ${way}; ${bound}.`;
    default:
      return `From SDK 0.8.22 on let the server add or subtract: ${way}; ${bound}.`;
  }
}
