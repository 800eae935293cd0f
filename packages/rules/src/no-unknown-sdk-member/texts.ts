import { clientMembers, sdkCapabilities, supports } from '@base44-lint/catalog';
import type { CallFact, FileView, SdkVersion } from '@base44-lint/model';
import type { Suggestion } from '../finding.js';
import { closeName } from '../judge/close-name.js';
import { replacementOf, type Replacement } from './replacements.js';
import type { Verdict } from './verdict.js';

export function messageOf(verdict: Verdict, { zone }: FileView, { version, source }: SdkVersion): string {
  const { member } = verdict;
  if (verdict.kind === 'never')
    return `The SDK has no \`${member}\`, so this call throws and what follows it does not run.`;
  if (verdict.kind === 'removed')
    return `SDK ${version} has no \`${member}\` any more, so this call throws and what follows it does not run.`;
  if (!verdict.sure)
    return `SDK ${version}, the lowest version that \`package.json\` allows, has no \`${member}\` yet, so this call throws where no newer one is installed.`;
  const who =
    source === 'lock'
      ? 'which the lock file installs'
      : zone === 'shared'
        ? 'the oldest that a function pins'
        : 'which this function pins';
  return `SDK ${version}, ${who}, has no \`${member}\` yet, so this call throws and what follows it does not run.`;
}

export function adviceOf(verdict: Verdict, replacement: Replacement | undefined, sdk: SdkVersion): string {
  if (verdict.kind === 'newer') {
    const raise = `\`${verdict.member}\` exists since SDK ${verdict.since}`;
    return `${raise}: raise ${sdk.source === 'pin' ? 'the pin of the import' : '`@base44/sdk` in `package.json`'} to that version or a later one.`;
  }
  if (!replacement) return `Look the name up in the SDK reference, because it is none of the members of any version.`;
  const how = replacement.how ?? `call \`${replacement.member}\``;
  const since =
    sdk.version !== null && supports(sdk.version, replacement.member) === 'no'
      ? ` (since SDK ${firstOf(replacement.member)})`
      : '';
  return `${how.charAt(0).toUpperCase()}${how.slice(1)}${since} instead.`;
}

function firstOf(member: string): string {
  const all: Readonly<Record<string, { readonly first: string }>> = sdkCapabilities;
  return all[member]?.first ?? '';
}

/** The table's replacement, else the nearest member of the same object that the version has. */
export function replacementFor(verdict: Verdict, { version }: SdkVersion): Replacement | undefined {
  if (verdict.kind === 'never' && verdict.instead !== undefined)
    return { member: verdict.instead, how: `call \`base44.${verdict.instead}\` without \`asServiceRole\`` };
  const { member } = verdict;
  const path = member.replace(/^asServiceRole\./, '');
  const known = replacementOf(path);
  if (known) return known;
  const parent = path.slice(0, path.lastIndexOf('.') + 1);
  const siblings = parent === '' ? clientMembers : siblingsOf(parent);
  const usable = siblings.filter((name) => supports(version, `${parent}${name}`) !== 'no');
  const near = closeName(path.slice(parent.length), usable);
  return near === undefined ? undefined : { member: `${parent}${near}` };
}

function siblingsOf(parent: string): readonly string[] {
  return Object.keys(sdkCapabilities)
    .filter((member) => member.startsWith(parent))
    .map((member) => member.slice(parent.length))
    .filter((name) => !name.includes('.'));
}

/** Only a name for a name of the same object: anything else needs a decision. */
export function rewriting(
  { member }: Verdict,
  replacement: Replacement | undefined,
  { name }: CallFact,
  { text }: FileView,
  { version }: SdkVersion,
): readonly Suggestion[] {
  if (!replacement?.same || supports(version, replacement.member) === 'no') return [];
  const written = member.slice(member.lastIndexOf('.') + 1);
  const real = replacement.member.slice(replacement.member.lastIndexOf('.') + 1);
  if (text.slice(name.start, name.end) !== written || text[name.start - 1] !== '.') return [];
  return [
    { title: `Call \`${real}\`, which takes the same and gives back the same`, edits: [{ ...name, text: real }] },
  ];
}
