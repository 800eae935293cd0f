/** Words that make a page one for visitors, wherever they stand in its name. */
const visitor = new Set(['landing', 'blog', 'testimonials', 'storefront', 'casestudy', 'public']);

/** The same, but only as the first word: `Pricing`, `AboutUs`, not `ProductPricing` or `AskAbout`. */
const opening = new Set(['pricing', 'about', 'shop', 'boutique', 'articles', 'article']);

/** Words of pages on which the owner works at such content, and of pages that only a link leads to. */
const office = new Set([
  'admin',
  'analytics',
  'builder',
  'catalog',
  'catalogs',
  'categories',
  'configuration',
  'create',
  'dashboard',
  'edit',
  'editor',
  'generator',
  'import',
  'invite',
  'management',
  'manager',
  'monitor',
  'new',
  'planner',
  'rules',
  'search',
  'settings',
  'share',
  'shared',
  'studio',
  'test',
]);

/** True for the name of a page that people without an account should find. Words are in lower case. */
export function isPublicPage(words: readonly string[]): boolean {
  if (words.some((word) => office.has(word))) return false;
  const pairs = words.map((word, index) => `${word}${words[index + 1] ?? ''}`);
  return opening.has(words[0] ?? '') || [...words, ...pairs].some((word) => visitor.has(word));
}
