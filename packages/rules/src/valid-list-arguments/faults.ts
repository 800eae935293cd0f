import type { EntityCall, Span, Term } from '@base44-lint/model';

/** What stands in the place of an argument that means something else. */
export type Fault = { readonly span: Span; readonly index: number } & (
  | { readonly kind: 'condition'; readonly keys: readonly string[]; readonly options: readonly string[] }
  | { readonly kind: 'unknown-options'; readonly keys: readonly string[] }
  /** The options object as such; only older versions do not know it. */
  | { readonly kind: 'options'; readonly keys: readonly string[] }
  | { readonly kind: 'number-as-sort' }
  | { readonly kind: 'object-as-limit' }
  | { readonly kind: 'no-query'; readonly what: 'text' | 'number' | 'switch' | 'function' | 'list' }
);

/** Keys of the options object that `list` and `filter` take since SDK 0.8.49. */
export const optionKeys: readonly string[] = ['sort', 'limit', 'cursor', 'fields', 'distinct'];
const OPTIONS = new Set(optionKeys);

/** Options of other clients, each with what it is called here. */
const ALIASES: Readonly<Record<string, string>> = {
  skip: 'cursor',
  offset: 'cursor',
  page: 'cursor',
  after: 'cursor',
  next_cursor: 'cursor',
  nextCursor: 'cursor',
  order: 'sort',
  orderBy: 'sort',
  order_by: 'sort',
  sortBy: 'sort',
  sort_by: 'sort',
  sorting: 'sort',
  take: 'limit',
  top: 'limit',
  max: 'limit',
  first: 'limit',
  pageSize: 'limit',
  page_size: 'limit',
  per_page: 'limit',
  perPage: 'limit',
  limits: 'limit',
  select: 'fields',
  columns: 'fields',
};

/** What an option of another client is called here; null for a name that is none. */
export function nearestOption(key: string): string | null {
  return Object.hasOwn(ALIASES, key) ? ALIASES[key]! : null;
}

/** Whether a key is a word under which other clients put the condition. */
export function isWrapper(key: string): boolean {
  return /^(?:where|filters?|query|conditions?|q|criteria)$/i.test(key);
}

/** The faults in the arguments of a `list` or `filter` call. `isField` tells a field of the entity from an option. */
export function faultsOf(call: EntityCall, isField: (name: string) => boolean): readonly Fault[] {
  if (call.method !== 'list' && call.method !== 'filter') return [];
  const place = (index: number) => ({ index, span: call.argSpans[index] ?? call.span });
  const sortIndex = call.method === 'list' ? 0 : 1;
  const [query] = call.args;
  const what = call.method === 'filter' && query ? noQuery(query) : null;
  const sort = call.args[sortIndex];
  const limit = call.args[sortIndex + 1];
  return [
    ...(what ? [{ kind: 'no-query' as const, what, ...place(0) }] : []),
    ...(sort && !what
      ? inPlaceOfSort(sort, call.method === 'list', isField).map((fault) => ({ ...fault, ...place(sortIndex) }))
      : []),
    ...(limit?.t === 'object' && sort?.t !== 'object'
      ? [{ kind: 'object-as-limit' as const, ...place(sortIndex + 1) }]
      : []),
  ];
}

type Kind = Fault extends infer One ? (One extends Fault ? Omit<One, 'span' | 'index'> : never) : never;

function inPlaceOfSort(sort: Term, isList: boolean, isField: (name: string) => boolean): readonly Kind[] {
  if (sort.t === 'literal' && typeof sort.value === 'number') return [{ kind: 'number-as-sort' }];
  if (sort.t === 'function' && isList) return [{ kind: 'condition', keys: [], options: [] }];
  if (sort.t !== 'object') return [];
  // `where: {}` asks for nothing, so nothing is lost with it.
  const written = sort.props.filter(([, value]) => !isEmpty(value));
  const keys = [...new Set(written.map(([key]) => key))];
  const unknown = keys.filter((key) => !OPTIONS.has(key));
  const options = keys.filter((key) => OPTIONS.has(key));
  const isCondition = (key: string) => isField(key) || nearestOption(key) === null;
  // With `filter`, conditions stand in the first argument; what is unknown in the second was meant as an option.
  if (isList && unknown.some(isCondition)) return [{ kind: 'condition', keys: unknown.filter(isCondition), options }];
  if (unknown.length > 0) return [{ kind: 'unknown-options', keys: unknown }];
  return keys.length > 0 ? [{ kind: 'options', keys }] : [];
}

function isEmpty(term: Term): boolean {
  return term.t === 'undefined' || (term.t === 'object' && term.props.length === 0 && term.spreads.length === 0);
}

/** What a query certainly is where it is no object. */
function noQuery(term: Term): Extract<Fault, { kind: 'no-query' }>['what'] | null {
  switch (term.t) {
    case 'literal':
      if (typeof term.value === 'string') return 'text';
      if (typeof term.value === 'number') return 'number';
      return typeof term.value === 'boolean' ? 'switch' : null;
    case 'template':
      return 'text';
    case 'function':
      return 'function';
    case 'array':
      return 'list';
    default:
      return null;
  }
}
