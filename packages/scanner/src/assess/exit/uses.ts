import { exitGroupOf } from '@base44-lint/catalog';
import { platformUsesIn, type PlatformUse } from '@base44-lint/rules';
import type { ExitUse } from '../../result/exit.js';
import { compare } from '../findings.js';
import type { ExitInput } from './input.js';
import { templateFileOf } from './template.js';

/** A call of the SDK, told apart from what every export has. */
export interface Use extends PlatformUse {
  readonly zone: ExitUse['zone'];
  readonly code: ExitUse['code'];
}

export function usesOf({ app, views }: Pick<ExitInput, 'app' | 'views'>): readonly Use[] {
  return views.flatMap((view) => {
    const { zone } = view;
    if (zone === 'other') return [];
    const uses = platformUsesIn(view);
    if (uses.length === 0) return [];
    const template = templateFileOf(app, view);
    return uses.map((use): Use => {
      const member = plain(use.member);
      return { ...use, zone, member, code: template?.members.includes(member) ? 'template' : 'own' };
    });
  });
}

/** Modules of the Vite plugin (`@/functions/sendReport`) are calls of `functions.invoke` in another spelling. */
function plain(member: string): string {
  return /^functions\.(?!(?:invoke|fetch)$)/.test(member) ? 'functions.invoke' : member;
}

/** One row for each member, zone and kind of code, most calls first. */
export function useRows(uses: readonly Use[], { locate }: Pick<ExitInput, 'locate'>): ExitUse[] {
  const groups = new Map<string, Use[]>();
  for (const use of uses) {
    const key = `${use.code} ${use.zone} ${use.member}`;
    groups.set(key, [...(groups.get(key) ?? []), use]);
  }
  return [...groups.values()]
    .map((group): ExitUse => {
      const [{ member, zone, code, place }] = group as [Use];
      return {
        member,
        group: exitGroupOf(member),
        zone,
        code,
        calls: group.length,
        asService: group.filter(({ serviceRole }) => serviceRole).length,
        files: new Set(group.map((use) => use.place.file)).size,
        first: locate(place.file, place),
      };
    })
    .sort(
      (a, b) => b.calls - a.calls || compare(a.member, b.member) || compare(a.zone, b.zone) || compare(a.code, b.code),
    );
}

/** The template's own files among those that were analysed. */
export function templateFilesOf({ app, views }: Pick<ExitInput, 'app' | 'views'>): { file: string; what: string }[] {
  return views
    .flatMap((view) => {
      const part = templateFileOf(app, view);
      return part ? [{ file: view.file, what: part.what }] : [];
    })
    .sort((a, b) => compare(a.file, b.file));
}
