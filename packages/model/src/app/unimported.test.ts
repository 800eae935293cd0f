import { describe, expect, it } from 'vitest';
import { ModuleMentions } from './unimported.js';

const main = "import App from '@/App.jsx';";
const app = "import Home from './pages/Home';\nimport { Card } from '@/components/card/index';";

function unimported(files: Readonly<Record<string, string>>): readonly string[] {
  const mentions = new ModuleMentions();
  for (const [file, text] of Object.entries(files)) mentions.add(file, text);
  return mentions.unimported(Object.keys(files));
}

const base = { 'src/main.jsx': main, 'src/App.jsx': app, 'src/pages/Home.jsx': '', 'src/components/card/index.js': '' };

describe('files that nothing imports', () => {
  it('a page that was replaced and never removed', () => {
    expect(unimported({ ...base, 'src/pages/OldHome.jsx': 'export default 1;' })).toEqual(['src/pages/OldHome.jsx']);
  });

  it('a file that only names itself', () => {
    const text = "export * from './OldHome';";
    expect(unimported({ ...base, 'src/pages/OldHome.jsx': text })).toEqual(['src/pages/OldHome.jsx']);
  });

  it('a name with a space in it', () => {
    const more = {
      'src/pages/Project Detail.jsx': '',
      'src/lib/routes.js': "import Detail from '../pages/Project Detail';",
    };
    expect(unimported({ ...base, ...more })).toEqual(['src/lib/routes.js']);
  });

  it('two pages that only link to each other', () => {
    const pages = { 'src/pages/A.jsx': '<Link to="/B" />', 'src/pages/B.jsx': '<Link to={`/A`} />' };
    expect(unimported({ ...base, ...pages })).toEqual(['src/pages/A.jsx', 'src/pages/B.jsx']);
  });

  it.each([
    ['with its extension', "import x from '../pages/Other.jsx';"],
    ['on demand', "const Other = lazy(() => import('./pages/Other'));"],
    ['as a re-export', "export { default } from './Other';"],
    ['as a worker', "new Worker(new URL('./Other.js', import.meta.url));"],
    ['by a path that may be a link', '<Link to="/admin/Other" />'],
  ])('one that another file mentions %s counts as imported', (_, text) => {
    expect(unimported({ ...base, 'src/pages/Other.jsx': '', 'src/App.jsx': `${app}\n${text}` })).toEqual([]);
  });

  it.each([
    ['a pattern', "const pages = import.meta.glob('./pages/*.jsx');"],
    ['a name made at run time', 'const page = (name) => import(`./pages/${name}.jsx`);'],
    ['a plugin', "import routes from '~react-pages';"],
  ])('nothing is told where modules are found by %s', (_, text) => {
    expect(unimported({ ...base, 'src/pages/Other.jsx': '', 'src/App.jsx': `${app}\n${text}` })).toEqual([]);
  });

  it('nothing is told where the start of the app is not in the export', () => {
    expect(unimported({ 'src/pages/Home.jsx': '', 'src/pages/Other.jsx': '' })).toEqual([]);
  });

  it('what a page, the browser or a tool starts needs no import', () => {
    const more = { 'src/sw.js': '', 'src/lib/index.js': '', 'src/vite.config.js': '', 'src/Home.test.jsx': '' };
    expect(unimported({ ...base, ...more })).toEqual([]);
  });
});
