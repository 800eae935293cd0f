import type { FileFacts, Term } from '@base44-lint/model';

const users =
  /^(?:user|currentUser|me|authUser|sessionUser|loggedInUser|account|profile|currentAccount|userData|identity|session)$/i;
const texts = new Set(['toLowerCase', 'trim', 'toString', 'toLocaleLowerCase']);

/** Whether a term is the e-mail address of the person who is signed in, and not that of a row. */
export function isSignedInEmail(term: Term, facts: FileFacts): boolean {
  switch (term.t) {
    case 'get':
      return /^(?:user_?)?e[-_]?mail$/i.test(term.key) && isUser(term.of, facts);
    case 'call':
      return term.callee.t === 'get' && texts.has(term.callee.key) && isSignedInEmail(term.callee.of, facts);
    case 'any':
      return term.of.some((one) => isSignedInEmail(one, facts));
    default:
      return false;
  }
}

function isUser(term: Term, facts: FileFacts): boolean {
  switch (term.t) {
    // `const isOwner = (user) => …`
    case 'param':
      return users.test(facts.functions[term.fn]?.params[term.index] ?? '');
    // `await base44.auth.me()`
    case 'call':
      return term.callee.t === 'get' ? term.callee.key === 'me' : isHook(term.callee);
    // `const { user } = useAuth()`, `session.user`
    case 'get':
      return users.test(term.key) || (/^(?:data|0)$/.test(term.key) && isUser(term.of, facts)) || isState(term);
    case 'any':
      return term.of.some((one) => isUser(one, facts));
    default:
      return false;
  }
}

function isHook(callee: Term): boolean {
  const name = callee.t === 'import' || callee.t === 'global' ? callee.name : '';
  return /^use(?:Auth|User|CurrentUser|Me|Session|Account|Profile|Identity)\w*$/.test(name);
}

/** `const [user, setUser] = useState(null)`: its name is lost, but nothing else with an e-mail is compared to the developer's own. */
function isState({ of, key }: Extract<Term, { t: 'get' }>): boolean {
  return (
    key === '0' &&
    of.t === 'call' &&
    (of.callee.t === 'import' || of.callee.t === 'get') &&
    nameOf(of.callee) === 'useState'
  );
}

function nameOf(callee: Extract<Term, { t: 'import' | 'get' }>): string {
  return callee.t === 'import' ? callee.name : callee.key;
}
