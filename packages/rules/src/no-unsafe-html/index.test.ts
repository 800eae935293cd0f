import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const page = (code: string, file = 'src/pages/Article.jsx'): Sample => ({ file, code });
const shown = (html: string, before = ''): Sample =>
  page(
    `${before}\nexport const Article = ({ post, render }) => <div dangerouslySetInnerHTML={{ __html: ${html} }} />;`,
  );

describe('stored text as HTML', () => {
  test('is drawn at the text', () => {
    expect(squiggled(rule, shown('post.content'))).toMatchInlineSnapshot(`
      "  2 | export const Article = ({ post, render }) => <div dangerouslySetInnerHTML={{ __html: post.content }} />;
          |                                                                                      ^~~~~~~~~~~~ [1]

      [1] medium/likely Text becomes HTML here without being sanitised, so whoever can write it can run scripts as everyone who sees it and take the access token out of their browser.
          advice: Show it as text, or pass it through a sanitizer such as \`DOMPurify.sanitize(html)\` right where it is shown."
    `);
  });

  test.each([
    ['with a default', "post.content || ''"],
    ['with line breaks put in', "post.content?.replace(/\\n/g, '<br/>')"],
    ['as Markdown', 'marked(post.content)', "import { marked } from 'marked';"],
    ['of a list', "post.blocks.map((block) => block.html).join('')"],
  ])('%s', (_, html, before = '') => {
    expect(run(rule, shown(html, before))).toMatchObject([{ severity: 'medium', confidence: 'likely' }]);
  });

  test.each([
    ['a frame', 'const A = ({ mail }) => <iframe srcDoc={mail.html} />;'],
    ['an assignment', 'export function show(box, row) { box.innerHTML = row.text; }'],
    ['a call', "export function add(box, row) { box.insertAdjacentHTML('beforeend', row.text); }"],
  ])('through %s', (_, code) => expect(run(rule, page(code))).toMatchObject([{ severity: 'medium' }]));

  test('in TypeScript', () => {
    const code =
      'export const A = ({ post }: { post: Post }) => <p dangerouslySetInnerHTML={{ __html: post.body as string }} />;';
    expect(run(rule, page(code, 'src/pages/A.tsx'))).toHaveLength(1);
  });

  test('in a window for printing is low', () => {
    const code = 'export function print(popup, order) { popup.document.write(`<h1>${order.customer}</h1>`); }';
    expect(run(rule, page(code))).toMatchObject([{ severity: 'low', confidence: 'possible' }]);
  });

  test.each([
    ['the preview beside its field is low', 'likely', '<Textarea value={post.content} />'],
    ['a page with a field for another text is not', 'likely', '<Textarea value={post.title} />'],
  ])('%s', (name, confidence, field) => {
    const code = `export const A = ({ post }) => <>${field}<p dangerouslySetInnerHTML={{ __html: post.content }} /></>;`;
    expect(run(rule, page(code))).toMatchObject([{ severity: name.endsWith('low') ? 'low' : 'medium', confidence }]);
  });

  test.each([
    ['is low', '', 'low'],
    ['is no milder where rows are shown there too', 'base44.entities.Tip.get(id).then(setTip);', 'medium'],
  ])('an answer of a model %s', (_, also, severity) => {
    const code = `import { useState } from 'react';
import { base44 } from '@/api/base44Client';
export default function Tips({ prompt, id }) {
  const [tip, setTip] = useState(null);
  const ask = async () => {
    const answer = await base44.integrations.Core.InvokeLLM({ prompt });
    setTip(answer);
    ${also}
  };
  return <p onClick={ask} dangerouslySetInnerHTML={{ __html: tip.text.replace('a', 'b') }} />;
}`;
    expect(run(rule, page(code))).toMatchObject([{ severity, confidence: 'likely' }]);
  });

  test('of a table of rows by key', () => {
    const code =
      'export const A = ({ post, key }) => { const parts = { intro: post.intro, body: post.body }; return <p dangerouslySetInnerHTML={{ __html: parts[key] }} />; };';
    expect(run(rule, page(code))).toMatchObject([{ severity: 'medium', confidence: 'likely' }]);
  });

  test.each([
    ['a state', 'html', "import { useState } from 'react'; const [html, setHtml] = useState('');"],
    ['a helper elsewhere', 'toHtml(post.content)', "import { toHtml } from '@/lib/text';"],
    ['a file that escapes somewhere', 'post.content', "const esc = (s) => s.replace(/</g, '&lt;');"],
  ])('that comes from %s is a possibility', (_, html, before) => {
    expect(run(rule, shown(html, before))).toMatchObject([{ confidence: 'possible' }]);
  });
});

describe('the sentence', () => {
  const told = (sample: Sample) =>
    run(rule, sample).map(({ severity, confidence, message, advice }) => [
      `${severity}/${confidence}`,
      message,
      advice,
    ]);
  const asText =
    'Show it as text, or pass it through a sanitizer such as `DOMPurify.sanitize(html)` right where it is shown.';
  const become = (who: string) =>
    `Text becomes HTML here without being sanitised, so whoever can write it can run scripts as everyone who ${who} and take the access token out of their browser.`;

  test('of a document for printing', () => {
    const code = 'export function print(popup, order) { popup.document.write(order.html); }';
    expect(told(page(code))).toEqual([
      [
        'low/likely',
        become('opens this document'),
        'Escape each value that is put into the document (`&`, `<`, `>`, `"`), or fill the new window through `textContent`.',
      ],
    ]);
  });

  test('of a preview', () => {
    const code = `export const A = ({ post }) => <><Textarea value={post.content} /><p dangerouslySetInnerHTML={{ __html: post.content }} /></>;`;
    expect(told(page(code))).toEqual([['low/likely', become('edits it'), asText]]);
  });

  test('of an answer', () => {
    const code = `import { useState } from 'react';
import { base44 } from '@/api/base44Client';
export default function Tips({ prompt }) {
  const [tip, setTip] = useState(null);
  const ask = () => base44.integrations.Core.InvokeLLM({ prompt }).then(setTip);
  return <p onClick={ask} dangerouslySetInnerHTML={{ __html: tip.text }} />;
}`;
    expect(told(page(code))).toEqual([
      [
        'low/likely',
        'The answer of a language model becomes HTML here without being sanitised, so whoever can write what it reads can run scripts as the person who asks and take the access token out of the browser.',
        asText,
      ],
    ]);
  });
});

describe('where the text comes from', () => {
  const verdict = (html: string, before = '') =>
    run(rule, shown(html, before))
      .map(({ severity, confidence }) => `${severity}/${confidence}`)
      .join();

  test.each([
    ['a property handed in', 'post', 'medium/likely'],
    ['an element of a list', 'post.items[0]', 'medium/likely'],
    ['a part of a text', "post.html.split('|').at(1)", 'medium/likely'],
    ['the larger letters', 'post.html.trim().toUpperCase()', 'medium/likely'],
    ['text put together', "post.title + '<br>' + post.html", 'low/possible'],
    ['a template with data', '`<b>${post.title}</b>`', 'low/possible'],
    ['a list of templates', "post.rows.map((row) => `<li>${row.text}</li>`).join('')", 'medium/likely'],
    ['a helper of the file', 'wrap(post.html)', 'low/possible', 'const wrap = (text) => text.html;'],
    ['a helper of the file that is fixed', 'wrap(post.html)', '', "const wrap = () => '<hr>';"],
    [
      'a helper that gives back nothing seen',
      'wrap(post.html)',
      'medium/possible',
      'const wrap = (text) => { log(text); };',
    ],
    ['a helper by its name', 'sanitizeMine(post.html)', '', 'const sanitizeMine = (text) => text.html;'],
    ['what is on the page', 'ref.current.innerHTML', 'low/possible', 'const ref = useRef();'],
    ['a number', 'post.items.length', ''],
    ['an id', 'post.id', ''],
    ['a price', 'post.price.toFixed(2)', ''],
    ['a date', 'new Date(post.date).toLocaleString()', ''],
    ['a global', 'window.name', 'medium/possible'],
    ['a setting of another module', 'settings', 'medium/possible', "import { settings } from '@/lib/settings';"],
    ['a text of another module', 'texts.intro', 'medium/possible', "import texts from '@/lib/texts';"],
    ['an unknown function', 'build()', 'medium/possible'],
    ['Markdown of fixed text', "marked('# hi')", '', "import { marked } from 'marked';"],
    ['Markdown by a method', 'md.render(post.html)', 'medium/likely', "import md from 'markdown-it';"],
    ['a package that sanitises', 'clean(post.html)', '', "import clean from 'isomorphic-dompurify';"],
    ['one of two texts', "post.html ? post.html : '<hr>'", 'medium/likely'],
    ['fixed parts in a list', "['<b>', '</b>'].join('')", ''],
    [
      'a table with a spread',
      'TEXTS[post.key]',
      'medium/possible',
      "import more from '@/lib/more'; const TEXTS = { a: 'x', ...more };",
    ],
  ])('%s', (_, html, expected, before = '') => expect(verdict(html, before)).toBe(expected));
});

describe('silent', () => {
  test.each([
    ['sanitised where it is shown', 'DOMPurify.sanitize(post.content)', "import DOMPurify from 'dompurify';"],
    ['sanitised before', 'clean', "import DOMPurify from 'dompurify'; const clean = DOMPurify.sanitize(text);"],
    ['sanitised in a memo', 'clean', 'const clean = useMemo(() => sanitizeHtml(text), [text]);'],
    ['escaped part by part', '`<b>${escapeHtml(post.title)}</b>`', "import { escapeHtml } from '@/lib/html';"],
    ['without its markup', "post.content.replace(/<[^>]*>/g, '')"],
    ['written in the code', "'<b>fixed</b>'"],
    ['a constant of the code', 'INTRO.text', "const INTRO = { text: '<b>fixed</b>' };"],
    [
      'a constant by a key that varies',
      'text.body',
      "const TEXTS = { en: { body: '<b>fixed</b>' }, de: { body: `<b>fest</b>` } }; const text = TEXTS[language];",
    ],
    ['a constant of another module', 'PRIVACY_HTML', "import { PRIVACY_HTML } from '@/lib/texts';"],
    ['a description for search engines', 'JSON.stringify({ name: post.title })'],
  ])('%s', (_, html, before = '') => expectClean(rule, shown(html, before)));

  test.each([
    [
      "the style sheet of the library's chart",
      'const A = ({ css }) => <style dangerouslySetInnerHTML={{ __html: css.text }} />;',
    ],
    ['a sandboxed frame', 'const A = ({ mail }) => <iframe sandbox="" srcDoc={mail.html} />;'],
    ['emptying an element', "export function clear(box) { box.innerHTML = ''; }"],
    ['a stream', 'export function send(response, row) { response.write(row.text); }'],
  ])('%s', (_, code) => expectClean(rule, page(code)));

  test('functions that the options name', () => {
    const sample = shown('safeMarkdown(post.content)', "import { safeMarkdown } from '@/lib/text';");
    expectClean(rule, { ...sample, options: { sanitizers: ['safeMarkdown'] } });
  });
});
