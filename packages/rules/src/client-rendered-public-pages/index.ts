import { wordsOf, zoneOf, type App, type FileView, type Place, type SourceTree } from '@base44-lint/model';
import type { AppFinding } from '../finding.js';
import { listed } from '../judge/listed.js';
import { dependenciesOf, firstLine } from '../judge/manifest.js';
import { pagesOf, type Page } from '../judge/page.js';
import { defineRule } from '../rule.js';
import { isPublicPage } from './page-names.js';

interface Options {
  /** Names of further pages that people without an account should find, as in `Angebote`. */
  readonly publicPages: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'client-rendered-public-pages',
    description: 'report public pages that only exist once the browser has run the code',
    limitations: ['arch-csr-only'],
    preset: 'audit',
    since: '0.2.0',
    precision: 'high',
    severities: ['low'],
    words: [],
    related: ['no-ignored-host-files'],
    schema: {
      type: 'object',
      properties: {
        publicPages: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description: 'Names of further pages that people without an account should find.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { publicPages: [] },

  *checkApp({ app, files, tree, options }) {
    if (app.visibility === 'private' || app.visibility === 'workspace' || asksEveryoneToSignIn(files)) return;
    const page = pagesOf(app, tree).find(({ emptyRoot }) => emptyRoot);
    if (!page?.emptyRoot || rendersOnServer(tree)) return;
    const found = publicPages(app, tree, options);
    if (found.length > 0) yield finding(tree, page, page.emptyRoot, found);
  },
});

/** `createClient({ requiresAuth: true })` sends every visitor to the sign-in page first. */
function asksEveryoneToSignIn(files: readonly FileView[]): boolean {
  return files.some(({ zone, facts }) =>
    facts.calls.some(({ callee, args: [settings] }) => {
      if (zone !== 'frontend' || callee.t !== 'import' || callee.name !== 'createClient') return false;
      const value = settings?.t === 'object' ? settings.props.find(([key]) => key === 'requiresAuth')?.[1] : undefined;
      return value?.t === 'literal' && value.value === true;
    }),
  );
}

const serverFile =
  /(?:^|\/)(?:entry-server\.[jt]sx?|routeTree\.gen\.ts|src\/routes\/__root\.[jt]sx?|(?:next|astro|gatsby|nuxt|react-router|vike)[.-]config\.[cm]?[jt]s)$/;
const serverPackage =
  /^(?:next|astro|gatsby|vike|vite-plugin-ssr|vite-react-ssg|vite-ssg|react-snap|react-snapshot|@tanstack\/react-start|@remix-run\/(?:node|cloudflare)|@react-router\/(?:node|cloudflare)|(?:vite-plugin-prerender|@prerenderer\/).*)$/;

function rendersOnServer(tree: SourceTree): boolean {
  return (
    tree.files.some((file) => serverFile.test(file)) ||
    dependenciesOf(tree).some(({ name }) => serverPackage.test(name))
  );
}

/** Files of pages that are made to be found, by their names, with the name. */
function publicPages(app: App, tree: SourceTree, options: Options): readonly (readonly [string, string])[] {
  return tree.files.flatMap((file) => {
    const name = /(?:^|\/)pages\/(?:.*\/)?([^/.]+)\.[jt]sx$/.exec(file)?.[1];
    if (name === undefined || zoneOf(app, file) !== 'frontend') return [];
    return options.publicPages.includes(name) || isPublicPage(wordsOf(name)) ? [[name, file] as const] : [];
  });
}

function finding(tree: SourceTree, page: Page, root: Place, found: readonly (readonly [string, string])[]): AppFinding {
  const names = listed(found.map(([name]) => `\`${name}\``));
  return {
    file: page.file,
    severity: 'low',
    confidence: 'likely',
    message: `${names} ${found.length === 1 ? 'is' : 'are'} built in the browser only, so crawlers and link previews that run no JavaScript get ${page.hasText ? 'the same text and title' : 'an empty page with the same title'} for each address.`,
    span: root,
    evidence: [
      ...(page.title ? [{ ...page.title, note: 'is the title of every page until its code has run' }] : []),
      ...found.slice(0, 5).flatMap(([, file]) => {
        const place = firstLine(tree, file);
        return place ? [{ ...place, note: 'is named like a page for visitors' }] : [];
      }),
    ],
    advice:
      'Switch on the managed search settings of the platform and set a title and description on each of these pages; where ranking matters, serve them rendered from a proxy or a site of their own.',
    suggestions: [],
  };
}
