import { entityMethods, sdkCapabilities, sinceVersion, supports } from '@base44-lint/catalog';

/** Members of the SDK by the catalogue's spelling, without those that only the service role has, options and exports. */
const members: readonly string[] = Object.keys(sdkCapabilities)
  .filter((member) => !member.includes(':') && !isOption(member) && !member.startsWith('asServiceRole'))
  // `count` is a method of an entity rather than a part of `aggregate`.
  .sort((one, two) => one.split('.').length - two.split('.').length);

/** Last segment → members: `count` → `entities.count`. */
const byName = new Map<string, string[]>();
for (const member of members) {
  const name = member.slice(member.lastIndexOf('.') + 1);
  byName.set(name, [...(byName.get(name) ?? []), member]);
}

/** `entities.list.cursor` is an option of a member, not a member; `integrations.Core.SendEmail` is one. */
function isOption(member: string): boolean {
  const [, method] = /^entities\.(\w+)\./.exec(member) ?? [];
  return (
    (method !== undefined && (entityMethods as readonly string[]).includes(method)) || /\.\w+\.\w+\.\w+$/.test(member)
  );
}

/**
 * Members of the SDK that a sentence names in backticks: `deleteMany({ … })`, `base44.entities.Task.count()`,
 * `functions.fetch`. What it says is not there (no `count`) is not named.
 */
export function membersIn(sentence: string): readonly string[] {
  const named = [...sentence.matchAll(/(\bno )?`([^`]+)`/gi)].filter(([, no]) => no === undefined);
  return [...new Set(named.flatMap(([, , code]) => membersInCode(code ?? '')))];
}

/** Members that code names, by the chains of names in it; a name alone counts where it stands for a member of its own. */
export function membersInCode(code: string): readonly string[] {
  const chains = code.match(/[a-z_$][\w$]*(?:\??\.[a-z_$][\w$]*)*/gi) ?? [];
  const found = chains.flatMap((chain) => {
    const segments = chain.replaceAll('?.', '.').split('.');
    return memberOf(segments, segments.length > 1 || (!globals.has(chain) && isCalledOrAlone(chain, code))) ?? [];
  });
  return [...new Set(found)];
}

/** Names that mean something else where nothing stands before them. */
const globals = new Set(['fetch']);

/** The longest end of a chain that the catalogue knows; `entities.Task.count` is `entities.count`. */
function memberOf(segments: readonly string[], mayBeShort: boolean): string | undefined {
  const path = segments.join('.').replace(/\bentities\.[A-Z]\w*\./, 'entities.');
  const full = members.find(
    (member) => path === member || path.endsWith(`.${member}`) || startsWithMember(path, member),
  );
  if (full) return full;
  const [alone] = byName.get(segments.at(-1) ?? '') ?? [];
  return mayBeShort ? alone : undefined;
}

/** `functions.fetch.call` names `functions.fetch`; a whole module (`functions`) says nothing about its members. */
function startsWithMember(path: string, member: string): boolean {
  return member.includes('.') && path.includes(`${member}.`);
}

function isCalledOrAlone(name: string, code: string): boolean {
  return code === name || code.startsWith(`${name}(`) || code.includes(`.${name}(`);
}

/**
 * Members that a text recommends although the version does not have them and the text does not say since when they
 * exist.
 */
export function unavailable(named: readonly string[], version: string, text: string): readonly string[] {
  return named.filter((member) => {
    const since = sinceVersion(member);
    return supports(version, member) === 'no' && !(since !== null && text.includes(since));
  });
}
