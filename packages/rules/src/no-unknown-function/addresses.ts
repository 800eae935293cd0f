import type { FileView, Span } from '@base44-lint/model';

export interface Address {
  readonly name: string;
  readonly span: Span;
  /** The address can only be one of this app's functions on Base44. */
  readonly sure: boolean;
}

/** A host or a part of the path that is left open is written `${}` in the facts. */
const ofThisApp = /^\$\{\}\/api\/apps\/(?:\$\{\}|[\w-]+)\/functions\/([\w-]+(?:\/[\w-]+)*)$/;
const ofSomeApp = /^(?:https:\/\/[\w-]+\.base44\.app|\$\{\})?(?:\/api)?\/functions\/([\w-]+(?:\/[\w-]+)*)$/;

/**
 * Addresses of backend functions in strings: `/api/apps/<id>/functions/<name>`, `/functions/<name>`. Version folders
 * (`/functions/v1/…`) are Supabase's, other hosts are other servers.
 */
export function addressesIn({ strings }: FileView): readonly Address[] {
  return strings.flatMap(({ value, start, end }) => {
    const [path = ''] = value.split(/[?#]/, 1);
    const sure = ofThisApp.exec(path)?.[1];
    const name = sure ?? ofSomeApp.exec(path)?.[1];
    if (name === undefined || /^v\d+(?:\/|$)/.test(name)) return [];
    return [{ name, span: { start, end }, sure: sure !== undefined }];
  });
}
