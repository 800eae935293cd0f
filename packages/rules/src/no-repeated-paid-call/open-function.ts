import { functionOf, type App, type SdkCall } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { isPublicByIntent } from '../judge/reader.js';
import type { Spending } from './spending.js';

/** A paid call of a backend function that nothing keeps strangers from: its address is public. */
export function openFunctionFinding(app: App, { call, paid, via, execution, span }: Spending): RuleFinding | null {
  if (via || call.zone !== 'function' || call.caller.level !== 'none') return null;
  const name = functionOf(app, call.file)?.name;
  if (name === undefined) return null;
  const limited = execution.triggers.some(
    ({ conditions }) => conditions?.includes('limit') || conditions?.includes('absent'),
  );
  // A contact form that writes to its owner is public by nature; one that writes to whom the sender names is a relay.
  const meant =
    isMeant(app, call) || paid.kind === 'upload' || (paid.kind === 'mail' && !call.fromCaller.includes('recipient'));
  return {
    severity: meant || limited ? 'low' : 'medium',
    confidence: limited ? 'possible' : 'likely',
    message: `Anyone can call the function \`${name}\` without signing in, and each call makes ${paid.thing} (\`${paid.name}\`) that costs the owner's integration credits.`,
    span,
    evidence: [],
    advice:
      'Ask `base44.auth.me()` first and refuse strangers; where strangers are meant, count their calls in an entity and refuse the rest.',
    suggestions: [],
  };
}

const isMeant = (app: App, call: SdkCall): boolean => isPublicByIntent(app, call);
