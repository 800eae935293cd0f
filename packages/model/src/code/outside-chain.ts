import type { Term } from './facts.js';
import { isOutsidePackage } from './services.js';

/** How a callee leads to the package of an outside service: `new Stripe(key).refunds.create`. */
export interface OutsideChain {
  readonly from: string;
  /** Names after the package or the client made of it: `['refunds', 'create']`. */
  readonly keys: readonly string[];
  /** Calls that made the client; their arguments hold keys. */
  readonly made: readonly Extract<Term, { t: 'call' }>[];
}

/** Members that make a client or a part of it, and reach no service. */
const FACTORY =
  /^(?:create[A-Z]\w*|from\w*|get[A-Z]\w*|default|connect|auth|client|init\w*|[A-Z]\w*|drive|gmail|calendar|sheets|docs|people|tasks)$/;

/** The way from a callee to an outside package; null where it leads to none. A value that a service gave back is no client. */
export function outsideChain(callee: Term, depth = 0): OutsideChain | null {
  if (depth > 8) return null;
  switch (callee.t) {
    case 'import':
      return isOutsidePackage(callee.from) ? { from: callee.from, keys: [], made: [] } : null;
    case 'get': {
      const owner = outsideChain(callee.of, depth + 1);
      return owner && { ...owner, keys: [...owner.keys, callee.key] };
    }
    case 'call': {
      const maker = outsideChain(callee.callee, depth + 1);
      const makes = maker && (callee.isNew || maker.keys.every((key) => FACTORY.test(key)));
      return makes ? { from: maker.from, keys: [], made: [...maker.made, callee] } : null;
    }
    case 'any':
      return callee.of.map((one) => outsideChain(one, depth + 1)).find((chain) => chain !== null) ?? null;
    default:
      return null;
  }
}
