import { inventedMembers } from '@base44-lint/catalog';

/** What to write in place of a member that no version has. */
export interface Replacement {
  /** A real member, spelled as in the catalogue. */
  readonly member: string;
  /** Takes the same arguments and gives back the same, so that only the name has to change. */
  readonly same?: true;
  /** How to write it, where the name alone does not tell. */
  readonly how?: string;
}

/**
 * Names that generated code makes up, seen in public exports or in the habits of other libraries. Those of the
 * catalogue come on top.
 */
const written: Readonly<Record<string, Replacement>> = {
  'entities.findOne': { member: 'entities.filter', how: 'take the first row of `filter(query, sort, 1)`' },
  'entities.findById': { member: 'entities.get', same: true },
  'entities.getById': { member: 'entities.get', same: true },
  'entities.find': { member: 'entities.filter', same: true },
  'entities.findMany': { member: 'entities.filter', how: 'call `filter(query, sort, limit)`' },
  'entities.all': { member: 'entities.list', same: true },
  'entities.getAll': { member: 'entities.list', same: true },
  'entities.read': { member: 'entities.get', same: true },
  'entities.insert': { member: 'entities.create', same: true },
  'entities.add': { member: 'entities.create', same: true },
  'entities.save': { member: 'entities.update', how: 'call `update(id, data)`' },
  'entities.remove': { member: 'entities.delete', same: true },
  'entities.destroy': { member: 'entities.delete', same: true },
  'entities.bulkDelete': { member: 'entities.deleteMany', how: 'call `deleteMany({ id: { $in: ids } })`' },
  'entities.createMany': { member: 'entities.bulkCreate', same: true },
  'auth.login': { member: 'auth.redirectToLogin', how: 'call `auth.redirectToLogin(nextUrl)`' },
  'auth.loginWithRedirect': { member: 'auth.redirectToLogin', same: true },
  'auth.signIn': { member: 'auth.redirectToLogin', how: 'call `auth.redirectToLogin(nextUrl)`' },
  'auth.getCurrentUser': { member: 'auth.me', same: true },
  'auth.currentUser': { member: 'auth.me', same: true },
  'auth.getUser': { member: 'auth.me', same: true },
  'auth.user': { member: 'auth.me', same: true },
  'auth.signOut': { member: 'auth.logout', same: true },
  'auth.updateMyUserData': { member: 'auth.updateMe', same: true },
  'auth.updateUser': {
    member: 'auth.updateMe',
    how: 'call `auth.updateMe(data)`, or `base44.entities.User.update(id, data)` for somebody else,',
  },
  'auth.signup': { member: 'auth.register' },
  'auth.signUp': { member: 'auth.register' },
  'auth.updatePassword': { member: 'auth.changePassword' },
  'auth.forgotPassword': { member: 'auth.resetPasswordRequest' },
  'auth.updateProfile': { member: 'auth.updateMe', same: true },
  'auth.setPassword': { member: 'auth.changePassword' },
  'auth.list': { member: 'entities.list', how: 'call `base44.entities.User.list()`' },
  'auth.filter': { member: 'entities.filter', how: 'call `base44.entities.User.filter(query)`' },
  'auth.get': { member: 'entities.get', how: 'call `base44.entities.User.get(id)`' },
  'auth.update': {
    member: 'entities.update',
    how: 'call `auth.updateMe(data)` or `base44.entities.User.update(id, data)`',
  },
  'agents.chat': { member: 'agents.addMessage', how: 'call `agents.addMessage(conversation, message)`' },
  'agents.sendMessage': { member: 'agents.addMessage' },
  'functions.call': { member: 'functions.invoke', same: true },
  'functions.run': { member: 'functions.invoke', same: true },
  'functions.execute': { member: 'functions.invoke', same: true },
  'integrations.search_web': {
    member: 'integrations.Core.InvokeLLM',
    how: 'call `integrations.Core.InvokeLLM` with `add_context_from_internet`',
  },
};

const replacements: Readonly<Record<string, Replacement>> = {
  ...Object.fromEntries(Object.entries(inventedMembers).map(([name, member]) => [name, { member }])),
  ...written,
};

/** `base44.functions.report(data)` asks for the backend function by a member that no version has. */
export function replacementOf(member: string): Replacement | undefined {
  const known = Object.hasOwn(replacements, member) ? replacements[member] : undefined;
  if (known) return known;
  const name = /^functions\.([\w-]+)$/.exec(member)?.[1];
  return name === undefined
    ? undefined
    : { member: 'functions.invoke', how: `call \`functions.invoke('${name}', data)\`` };
}
