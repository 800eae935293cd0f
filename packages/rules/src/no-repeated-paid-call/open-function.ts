import { functionOf, type App, type FileView } from '@base44-lint/model';
import type { Confidence, RuleFinding, Severity } from '../finding.js';
import { accessFor, ruleStateOf } from '../judge/entity.js';
import { isPublicByIntent } from '../judge/reader.js';
import type { Spending } from './spending.js';

/** A paid call of a backend function that nothing keeps strangers from: its address is public. */
export function openFunctionFinding(app: App, spending: Spending, view: FileView): RuleFinding | null {
  const { call, paid, via, span } = spending;
  if (via || call.zone !== 'function' || call.caller.level !== 'none') return null;
  const name = functionOf(app, call.file)?.name;
  if (name === undefined) return null;
  return {
    ...verdictOf(app, spending, view),
    message: `Anyone can call the function \`${name}\` without signing in and so spend the owner's integration credits, since it ${paid.act} (\`${paid.name}\`).`,
    span,
    evidence: [],
    advice:
      'Ask `base44.auth.me()` first and refuse strangers; where strangers are meant, count their calls in an entity and refuse the rest.',
    suggestions: [],
  };
}

function verdictOf(
  app: App,
  spending: Spending,
  view: FileView,
): { readonly severity: Severity; readonly confidence: Confidence } {
  const { call, execution } = spending;
  const conditions = execution.triggers.flatMap((trigger) => trigger.conditions ?? []);
  if (conditions.includes('limit') || conditions.includes('absent')) return { severity: 'low', confidence: 'possible' };
  // With the caller's own client the platform still asks who calls, unless the app is open to visitors.
  if (call.role !== 'service' && app.visibility !== 'public')
    return { severity: app.visibility === undefined ? 'medium' : 'low', confidence: 'possible' };
  if (conditions.includes('present') && asksRulesBefore(app, spending, view))
    return { severity: 'low', confidence: 'possible' };
  return { severity: isMeant(app, spending) ? 'low' : 'medium', confidence: 'likely' };
}

/** A row that only some callers may read is read before, with the caller's own client: without it the function ends. */
function asksRulesBefore(app: App, { span }: Spending, { entityCalls }: FileView): boolean {
  return entityCalls.some(
    (read) =>
      read.span.end <= span.start &&
      read.role === 'user' &&
      /^(?:get|filter|list)$/.test(read.method) &&
      ruleStateOf(accessFor(app, read, read.entity.name, 'read')) !== 'open',
  );
}

/** A contact form that writes to its owner is public by nature; one that writes to many, or to whom the sender names, is a relay. */
function isMeant(app: App, { call, paid, execution }: Spending): boolean {
  if (isPublicByIntent(app, call) || paid.kind === 'upload') return true;
  const repeats = execution.loops.some(({ retry }) => !retry);
  return paid.kind === 'mail' && !repeats && !call.fromCaller.includes('recipient');
}
