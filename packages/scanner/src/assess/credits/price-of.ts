import { charactersPerCredit, paidKindOf, prices, type PaidKind, type PriceId } from '@base44-lint/catalog';
import type { App, OutsideCall, SdkCall, Spend, Term } from '@base44-lint/model';
import type { Credits } from '../../result/credits.js';
import { hull, times } from './amount.js';
import { modelOfAgents, modelOfRequest, type ModelChoice } from './model-classes.js';

/** What a single call costs. */
export interface CallPrice {
  readonly kind: PaidKind;
  readonly prices: readonly PriceId[];
  /** Names of language models in the code. */
  readonly models: readonly string[];
  /** Null where no amount is known. */
  readonly credits: Credits | null;
  readonly note: string | null;
}

/** The price of a call of the platform; null where it is free, or where a look-alike client answers it. */
export function priceOfCall(call: Spend['call'], app: Pick<App, 'agents'>): CallPrice | null {
  if (!isSdkCall(call) || call.origin === 'shim') return null;
  const kind = paidKindOf(call.member);
  return kind && priceOfKind(kind, call.args, app);
}

export function isSdkCall(call: SdkCall | OutsideCall): call is SdkCall {
  return !('service' in call);
}

function priceOfKind(kind: PaidKind, args: readonly Term[], app: Pick<App, 'agents'>): CallPrice {
  switch (kind) {
    case 'ai':
      return priceByModel(kind, modelOfRequest(args));
    case 'agent':
      return priceByModel(kind, modelOfAgents(app.agents));
    case 'video':
      return priceByLength(kind, numberIn(args, ['duration', 'duration_seconds', 'seconds']), 'second');
    case 'speech': {
      const text = textIn(args, ['text', 'input']);
      const pieces = text === null ? null : Math.max(1, Math.ceil(text.length / charactersPerCredit));
      return priceByLength(kind, pieces, `${charactersPerCredit} characters`);
    }
    default:
      return priceOfId(kind, kind);
  }
}

function priceByModel(kind: 'ai' | 'agent', { classes, names, unknown }: ModelChoice): CallPrice {
  const ids = classes.map((one): PriceId => `${kind}-${one}`);
  const credits = hull(ids.flatMap((id) => prices[id].credits ?? []));
  return { kind, prices: ids, models: names, credits, note: unknown };
}

/** @param length In units of the price; null where the code does not spell it out. */
function priceByLength(kind: 'video' | 'speech', length: number | null, unit: string): CallPrice {
  const one = prices[kind].credits!;
  if (length !== null) {
    const credits = times(one, length);
    return { kind, prices: [kind], models: [], credits, note: null };
  }
  return {
    kind,
    prices: [kind],
    models: [],
    credits: { ...one, openEnded: true },
    note: `Priced for each ${unit}; how many there are is not in the code, so this is the price of one.`,
  };
}

/** A price that every call of the kind has. */
export function priceOfId(kind: PaidKind, id: PriceId): CallPrice {
  const { credits, readings } = prices[id];
  const note = credits ? null : `The amount is not published: ${readings[0].says}`;
  return { kind, prices: [id], models: [], credits, note };
}

function numberIn(args: readonly Term[], keys: readonly string[]): number | null {
  const value = valueIn(args, keys);
  return typeof value === 'number' && value > 0 ? value : null;
}

function textIn(args: readonly Term[], keys: readonly string[]): string | null {
  const value = valueIn(args, keys);
  return typeof value === 'string' ? value : null;
}

function valueIn([options]: readonly Term[], keys: readonly string[]): unknown {
  if (options?.t !== 'object') return undefined;
  const found = options.props.find(([key]) => keys.includes(key))?.[1];
  return found?.t === 'literal' ? found.value : undefined;
}
