import { wordsOf } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';
import { isPublicPage } from './page-names.js';

const html = `<!doctype html>
<html lang="en">
  <head>
    <title>My app</title>
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="/src/main.jsx"></script>
  </body>
</html>`;
const pricing = { 'src/pages/Pricing.jsx': 'export default () => <h1>Prices</h1>;' };

function page(overrides: Partial<Sample> = {}): Sample {
  return { code: html, file: 'index.html', files: pricing, ...overrides };
}

test('the empty element is drawn, with the title and the pages as evidence', () => {
  expect(squiggled(rule, page())).toMatchInlineSnapshot(`
    "  7 |     <div id="root"></div>
        |     ^~~~~~~~~~~~~~~~~~~~~ [1]

    [1] low/likely \`Pricing\` is built in the browser only, so crawlers and link previews that run no JavaScript get an empty page with the same title for each address.
        advice: Switch on the managed search settings of the platform and set a title and description on each of these pages; where ranking matters, serve them rendered from a proxy or a site of their own.
        evidence: index.html: is the title of every page until its code has run
        evidence: src/pages/Pricing.jsx: is named like a page for visitors"
  `);
  const [finding] = run(rule, page({ files: { ...pricing, 'src/pages/blog/BlogPost.tsx': 'export default 1;' } }));
  expect(finding!.message).toMatch(/^`Pricing` and `BlogPost` are built/);
  expect(finding!.evidence.map(({ file }) => file)).toEqual([
    'index.html',
    'src/pages/Pricing.jsx',
    'src/pages/blog/BlogPost.tsx',
  ]);
});

test('pages beyond the first ones are counted', () => {
  const files = Object.fromEntries(
    ['About', 'Blog', 'Landing', 'Pricing', 'Shop'].map((name) => [`src/pages/${name}.jsx`, '1;']),
  );
  expect(run(rule, page({ files }))[0]!.message).toMatch(/^`About`, `Blog` and 3 more are built/);
});

test('text beside the element is the same for each address', () => {
  const code = html.replace('<div', `<main>${'<p>What we do, in a sentence.</p>'.repeat(10)}</main><div`);
  expect(run(rule, page({ code }))[0]!.message).toMatch(/get the same text and title for each address\.$/);
  const script = html.replace('<div', `<script>${'const a = 1;'.repeat(50)}</script><div`);
  expect(run(rule, page({ code: script }))[0]!.message).toMatch(/get an empty page/);
});

describe('nothing is said', () => {
  const client = (settings: string) => ({
    ...pricing,
    'src/api/base44Client.js': `import { createClient } from '@base44/sdk';\nexport const base44 = createClient(${settings});`,
  });

  test.each<[string, Partial<Sample>, number]>([
    ['where no page is for visitors', { files: { 'src/pages/Dashboard.jsx': '1;' } }, 0],
    ['where the page is no file of the browser code', { files: { 'base44/functions/pages/Pricing.jsx': '1;' } }, 0],
    ['where the app is private', { app: { visibility: 'private' } }, 0],
    ['where only the workspace may enter', { app: { visibility: 'workspace' } }, 0],
    ['not so where the app is public', { app: { visibility: 'public' } }, 1],
    ['where the client asks everyone to sign in', { files: client("{ appId: 'x', requiresAuth: true }") }, 0],
    ['not so where it asks nobody', { files: client("{ appId: 'x', requiresAuth: false }") }, 1],
    ['where a server renders', { files: { ...pricing, 'src/entry-server.jsx': '1;' } }, 0],
    ['where a framework renders', { files: { ...pricing, 'src/routes/__root.tsx': '1;' } }, 0],
    [
      'where pages are built beforehand',
      { files: { ...pricing, 'package.json': { devDependencies: { 'vite-react-ssg': '1.0.0' } } } },
      0,
    ],
    ['where the page has text of its own', { code: html.replace('></div>', '><h1>Welcome</h1></div>') }, 0],
    ['where the element stands in a comment', { code: html.replace(/(<div.*<\/div>)/, '<!-- $1 -->') }, 0],
  ])('%s', (_, overrides, count) => expect(run(rule, page(overrides))).toHaveLength(count));
});

test('the option names further pages', () => {
  const files = { 'src/pages/Angebote.jsx': '1;' };
  expect(run(rule, page({ files }))).toEqual([]);
  expect(run(rule, page({ files, options: { publicPages: ['Angebote'] } }))).toHaveLength(1);
});

test.each([
  ['Landing', true],
  ['LandingPage', true],
  ['AboutUs', true],
  ['CaseStudies', false],
  ['CaseStudy', true],
  ['PublicCalendar', true],
  ['Blog', true],
  ['BlogManager', false],
  ['ArticleSearch', false],
  ['ProductPricing', false],
  ['CoachInviteLanding', false],
  ['PricingCatalogs', false],
  ['PublicSharePage', false],
  ['Home', false],
  ['Dashboard', false],
])('the name %s', (name, expected) => expect(isPublicPage(wordsOf(name))).toBe(expected));

describe('which pages and why', () => {
  const count = (overrides: Partial<Sample>) => run(rule, page(overrides)).length;

  test('two pages are told in the plural, five places are shown', () => {
    const names = ['About', 'Blog', 'Landing', 'Pricing', 'Shop', 'Storefront'];
    const files = Object.fromEntries(names.map((name) => [`src/pages/${name}.jsx`, '1;']));
    const [finding] = run(rule, page({ files }));
    expect(finding).toMatchObject({ confidence: 'likely', suggestions: [] });
    expect(finding!.evidence.map(({ file, note }) => `${file}: ${note}`)).toEqual([
      'index.html: is the title of every page until its code has run',
      ...names.slice(0, 5).map((name) => `src/pages/${name}.jsx: is named like a page for visitors`),
    ]);
    const two = { 'src/pages/About.jsx': '1;', 'src/pages/Blog.jsx': '1;' };
    expect(run(rule, page({ files: two }))[0]!.message).toMatch(/^`About` and `Blog` are built in the browser only/);
  });

  test('a page without a title has none as evidence', () => {
    const code = html.replace(/<title>.*<\/title>/, '');
    expect(run(rule, page({ code }))[0]!.evidence.map(({ file }) => file)).toEqual(['src/pages/Pricing.jsx']);
  });

  test.each([
    ['src/pages/Pricing.js', 0],
    ['src/pages/Pricing.tsx', 1],
    ['src/pages/Pricing.test.jsx', 0],
    ['src/mypages/Pricing.jsx', 0],
    ['src/components/Pricing.jsx', 0],
    ['src/pages/info/deep/Pricing.jsx', 1],
  ])('%s', (file, expected) => expect(count({ files: { [file]: '1;' } })).toBe(expected));

  test.each([
    'next.config.mjs',
    'astro.config.ts',
    'gatsby-config.js',
    'react-router.config.ts',
    'src/routes/__root.tsx',
    'web/entry-server.tsx',
    'routeTree.gen.ts',
  ])('%s renders on a server', (file) => expect(count({ files: { ...pricing, [file]: '1;' } })).toBe(0));

  test.each(['next', 'vike', 'react-snap', '@tanstack/react-start', '@remix-run/node', '@prerenderer/rollup-plugin'])(
    'the package %s too',
    (name) => expect(count({ files: { ...pricing, 'package.json': { dependencies: { [name]: '1' } } } })).toBe(0),
  );

  test.each(['next-themes', 'react-router', '@remix-run/router'])('the package %s does not', (name) =>
    expect(count({ files: { ...pricing, 'package.json': { dependencies: { [name]: '1' } } } })).toBe(1),
  );

  test('only the client of the browser decides who has to sign in', () => {
    const client =
      "import { createClient } from '@base44/sdk';\nexport const base44 = createClient({ requiresAuth: true });";
    expect(count({ files: { ...pricing, 'scripts/client.js': client } })).toBe(1);
    const other = client.replaceAll('createClient', 'createOther');
    expect(count({ files: { ...pricing, 'src/api/base44Client.js': other } })).toBe(1);
    const own = 'const createClient = (a) => a;\nexport const base44 = createClient({ requiresAuth: true });';
    expect(count({ files: { ...pricing, 'src/api/base44Client.js': own } })).toBe(1);
  });

  test.each([
    ['AskAbout', false],
    ['Articles', true],
    ['BoutiqueHome', true],
    ['Testimonials', true],
    ['OurStorefront', true],
    ['BlogEditor', false],
    ['CreateBlog', false],
    ['NewLanding', false],
    ['LandingBuilder', false],
    ['SharedBlog', false],
    ['PublicSettings', false],
  ])('the name %s', (name, expected) => expect(isPublicPage(wordsOf(name))).toBe(expected));

  test.each([
    ["<div id='app'> </div>", 1],
    ['<div id=root></div>', 1],
    ['<div id="other"></div>', 0],
    ['<div id="root"><noscript>on</noscript></div>', 0],
  ])('the element %s', (element, expected) =>
    expect(count({ code: html.replace('<div id="root"></div>', element) })).toBe(expected),
  );
});
