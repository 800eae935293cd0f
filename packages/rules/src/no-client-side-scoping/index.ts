import type { App, EntityCall, Evidence, SdkVersion } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { contentOf } from '../judge/content.js';
import { accessFor, holdingsOf, nameIn, ruleEvidence, ruleStateOf } from '../judge/entity.js';
import { asUsed } from '../judge/in-use.js';
import { defaultInWords, extentOf } from '../judge/read-extent.js';
import { milder, userRead } from '../judge/read-severity.js';
import { readerOf } from '../judge/reader.js';
import { defineRule } from '../rule.js';
import { Identity } from './identity.js';
import { scopingTestOf, type ScopingTest } from './scoping-test.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-client-side-scoping',
    description: "disallow reading every row and keeping the user's own in code",
    limitations: ['data-default-open'],
    preset: 'recommended',
    since: '0.2.0',
    cwe: 'CWE-602',
    precision: 'high',
    severities: ['critical', 'high', 'medium', 'low', 'info'],
    words: ['list', 'filter'],
    related: ['no-unfiltered-list', 'require-entity-rules'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ app, file, sdk }) {
    let identity: Identity | undefined;
    for (const call of file.entityCalls) {
      if (call.zone === 'other' || call.result.tests.length === 0) continue;
      if ((call.method !== 'list' && call.method !== 'filter') || extentOf(app, call) === 'narrow') continue;
      if (call.entity.name !== null && app.settings.publicEntities.includes(call.entity.name)) continue;
      identity ??= new Identity(file);
      const scoping = scopingTestOf(call.result.tests, identity);
      const judged =
        scoping && (call.zone === 'frontend' ? inBrowser(app, call, scoping) : inFunction(app, call, scoping, sdk));
      if (judged)
        yield asUsed(app, file.file, {
          span: { start: scoping.test.start, end: scoping.test.end },
          suggestions: [],
          ...judged,
          evidence: [readEvidence(call), ...judged.evidence, ...call.evidence],
        });
    }
  },
});

type Judged = Pick<RuleFinding, 'severity' | 'confidence' | 'message' | 'advice' | 'evidence'>;

/** Rows that reach the browser are read, whatever the page shows of them. */
function inBrowser(app: App, call: EntityCall, scoping: ScopingTest): Judged | null {
  const access = accessFor(app, call, call.entity.name, 'read');
  const state = call.role === 'service' && call.origin !== 'shim' ? 'open' : ruleStateOf(access);
  const full = userRead[state][readerOf(app, call)][contentOf(app, call.entity.name)];
  if (!full) return null;
  const isLookup = scoping.test.method !== 'filter';
  // Where the page shows everyone's rows as well, or looks one up in a directory, they are less of a secret.
  const severity = call.result.unasked || isLookup ? milder(full) : full;
  return {
    severity,
    confidence: state === 'unknown' || !scoping.own.sure ? 'possible' : 'likely',
    message: messageOf(app, call, scoping, state === 'unknown'),
    evidence: call.role === 'service' ? [] : ruleEvidence(access),
    advice: `Let the \`read\` rule of ${nameIn(call)} compare ${ruleField(scoping.field)}${valueOf(scoping)}, and ask for \`filter({ ${scoping.field}: … })\`, so that the other rows stay on the server.`,
  };
}

function messageOf(app: App, call: EntityCall, { own: { who }, test }: ScopingTest, unknown: boolean): string {
  const rows = nameIn(call);
  const others = `${who}s`;
  if (unknown)
    return `This picks the rows of ${rows} that belong to the ${who} in the browser, which by then has received those of all ${others} that the rules allow.`;
  const holdings = holdingsOf(app, call.entity.name);
  return test.method === 'filter'
    ? `This hides rows of ${rows} of other ${others} only on the screen, because the browser has received them all${holdings}.`
    : `This looks for the ${who}'s own row of ${rows} among those of all ${others}, which the browser has received${holdings}.`;
}

/** On the server nothing leaks, but the read may end before the caller's rows come. */
function inFunction(app: App, call: EntityCall, scoping: ScopingTest, sdk: SdkVersion): Judged | null {
  const access = accessFor(app, call, call.entity.name, 'read');
  if (call.role !== 'service' && ruleStateOf(access) === 'closed') return null;
  const limit =
    call.limit === 'unknown' ? 'the given limit' : call.limit === null ? defaultInWords(sdk) : `${call.limit} rows`;
  return {
    severity: 'low',
    confidence: scoping.own.sure ? 'likely' : 'possible',
    message: `This keeps the rows of one ${scoping.own.who} out of all rows of ${nameIn(call)}, so some of them are missing once the table outgrows ${limit}.`,
    evidence: [],
    advice: `Ask for them: \`filter({ ${scoping.field}: … })\`.`,
  };
}

function readEvidence({ file, span }: EntityCall): Evidence {
  return { file, ...span, note: 'reads the rows' };
}

/** Built-in fields have no `data.` before them. */
function ruleField(field: string): string {
  return /^(?:id|created_by|created_by_id)$/.test(field) ? `\`${field}\`` : `\`data.${field}\``;
}

function valueOf({ own: { who, member } }: ScopingTest): string {
  if (who === 'user' && (member === 'email' || member === 'id')) return ` with \`{{user.${member}}}\``;
  return who === 'user' && member !== null
    ? ` with \`{{user.data.${member}}}\``
    : " with a field of the user's own record";
}
