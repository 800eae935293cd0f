import type { FileFacts, Term } from '@base44-lint/model';

/**
 * Where a text that becomes HTML comes from.
 * - `safe`: written in the code, sanitised or escaped
 * - `data`: a field of a row, an answer or a property handed in
 * - `made-here`: put together in this file by a helper or template that also holds data
 * - `model`: what a language model answered
 * - `unknown`: cannot tell (a state, an import, a helper elsewhere)
 */
export type Origin = 'safe' | 'data' | 'made-here' | 'model' | 'unknown';

interface Surroundings {
  readonly facts: FileFacts;
  /** States that only ever hold answers of a language model, by the offset of their `useState` call. */
  readonly modelStates: ReadonlySet<number>;
  readonly sanitizers: readonly string[];
}

const cleaning =
  /sanit|purif|escape|encode|strip(?:html|tags|markup)|^(?:stringify|toISOString|toFixed|toLocale\w*|Number|parseInt|parseFloat|Date|format)$/i;
/** Methods that hand on the text that they are called on, or parts of it. */
const passing =
  /^(?:replace|replaceAll|trim|slice|substring|substr|split|join|map|filter|concat|toString|toUpperCase|toLowerCase|at)$/;
const markup = /^(?:marked|parse|markdown\w*|render\w*|micromark|snarkdown|converter|makeHtml)$/i;

const order: readonly Origin[] = ['safe', 'unknown', 'model', 'made-here', 'data'];
const maxDepth = 12;

export function originOf(term: Term, surroundings: Surroundings): Origin {
  const origin = judge(term, surroundings, 0);
  // A file that spells out `&lt;` escapes somewhere; whether here, we cannot tell.
  const escapes = surroundings.facts.strings.some(({ value }) => value.includes('&lt;'));
  return origin === 'data' && escapes ? 'unknown' : origin;
}

function judge(term: Term, around: Surroundings, depth: number): Origin {
  if (depth > maxDepth) return 'unknown';
  const worst = (terms: readonly Term[]): Origin =>
    terms
      .map((one) => judge(one, around, depth + 1))
      .reduce((a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a), 'safe');
  switch (term.t) {
    case 'literal':
    case 'undefined':
    case 'mix':
    case 'function':
    case 'class':
      return 'safe';
    case 'any':
      return worst(term.of);
    case 'array':
      return worst(term.items);
    case 'template': {
      const origin = worst(term.parts);
      return origin === 'data' ? 'made-here' : origin;
    }
    case 'get':
      return fieldOrigin(term, around, depth);
    case 'at':
      return judge(term.of, around, depth + 1);
    case 'param':
    case 'item':
      return 'data';
    case 'call':
      return callOrigin(term, around, worst, depth);
    // `TEXTS[language]`: one of what the object holds.
    case 'object':
      return term.spreads.length > 0 ? 'unknown' : worst(term.props.map(([, value]) => value));
    case 'global':
      return 'unknown';
    case 'import':
      // Constants of another module are written by the developer.
      return /^[A-Z][A-Z\d_]*$/.test(term.name) ? 'safe' : 'unknown';
    default:
      return 'unknown';
  }
}

/** `post.content`: a field of something that came in. `SECTIONS.intro`: a part of what the code says itself. */
function fieldOrigin({ of, key }: Extract<Term, { t: 'get' }>, around: Surroundings, depth: number): Origin {
  if (/^(?:length|size|id|index)$/.test(key)) return 'safe';
  // `const [html, setHtml] = useState('')`: set from wherever.
  if (of.t === 'call' && of.callee.t === 'import' && of.callee.name === 'useState') return 'unknown';
  if (isElementText(of, key)) return 'made-here';
  if (isModelState(of, around)) return 'model';
  const owner = judge(of, around, depth + 1);
  if (owner === 'model') return owner;
  if (of.t === 'object' || of.t === 'any') return owner;
  if (of.t === 'call' || of.t === 'get' || of.t === 'param' || of.t === 'item' || of.t === 'at')
    return owner === 'safe' ? 'safe' : 'data';
  return owner === 'safe' ? 'safe' : 'unknown';
}

/** `tip` of `const [tip, setTip] = useState(null)`. */
function isModelState(of: Term, { modelStates }: Surroundings): boolean {
  return of.t === 'get' && of.key === '0' && of.of.t === 'call' && modelStates.has(of.of.at);
}

/** `ref.current.innerHTML`: what already is HTML on this page. */
function isElementText(of: Term, key: string): boolean {
  return /^(?:inner|outer)HTML$/.test(key) || (of.t === 'get' && of.key === 'current');
}

function callOrigin(
  { callee, args }: Extract<Term, { t: 'call' }>,
  around: Surroundings,
  worst: (terms: readonly Term[]) => Origin,
  depth: number,
): Origin {
  const name = callee.t === 'get' ? callee.key : callee.t === 'import' || callee.t === 'global' ? callee.name : '';
  const from =
    callee.t === 'get' && callee.of.t === 'import' ? callee.of.from : callee.t === 'import' ? callee.from : '';
  if (cleaning.test(name) || /purify|sanitize/i.test(from) || around.sanitizers.includes(name)) return 'safe';
  if (callee.t === 'get' && passing.test(name)) return worst([callee.of, ...args]);
  if (callee.t === 'function') {
    const fn = around.facts.functions[callee.fn];
    if (fn?.name && (cleaning.test(fn.name) || around.sanitizers.includes(fn.name))) return 'safe';
    const origin = fn ? fn.returns.map((one) => judge(one, around, depth + 1)) : [];
    return origin.some((one) => one !== 'safe') ? 'made-here' : origin.length > 0 ? 'safe' : 'unknown';
  }
  return markup.test(name) && args.length > 0 ? worst(args.slice(0, 1)) : 'unknown';
}
