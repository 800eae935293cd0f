import { codeFiles } from './code-files.mjs';

// Everything is imported where it is used: what a run does not need must not cost it anything.

/** `js.configs.recommended` on every code file, with ESLint of today. */
async function recommended() {
  const [{ ESLint }, { default: js }, { default: globals }, { parser }] = await Promise.all([
    import('eslint'),
    import('@eslint/js'),
    import('globals'),
    import('typescript-eslint'),
  ]);
  const config = [
    {
      ...js.configs.recommended,
      files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
      languageOptions: {
        globals: { ...globals.browser, Deno: 'readonly' },
        parserOptions: { ecmaFeatures: { jsx: true } },
      },
    },
    { files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser } },
  ];
  return { ESLint, config };
}

/** `**` also finds them in an input that was put together from several apps. */
const ownFiles = ['src/**/components/**/*.{js,mjs,cjs,jsx}', 'src/**/pages/**/*.{js,mjs,cjs,jsx}', 'src/**/Layout.jsx'];
const ownIgnores = ['src/lib/**/*', 'src/**/components/ui/**/*'];

/** The config that exports ship, with the ESLint that most of them have locked. `preset` goes before it. */
async function exported(preset = []) {
  const [
    { ESLint },
    { default: js },
    { default: react },
    { default: hooks },
    { default: unused },
    { default: globals },
  ] = await Promise.all([
    import('eslint-9-39'),
    import('eslint-js-9'),
    import('eslint-plugin-react'),
    import('eslint-plugin-react-hooks'),
    import('eslint-plugin-unused-imports'),
    import('globals'),
  ]);
  const own = {
    files: ownFiles,
    ignores: ownIgnores,
    ...js.configs.recommended,
    ...react.configs.flat.recommended,
    languageOptions: {
      globals: globals.browser,
      parserOptions: { ecmaVersion: 2022, sourceType: 'module', ecmaFeatures: { jsx: true } },
    },
    settings: { react: { version: '18.3' } },
    plugins: { react, 'react-hooks': hooks, 'unused-imports': unused },
    rules: {
      'no-unused-vars': 'off',
      'react/jsx-uses-vars': 'error',
      'react/jsx-uses-react': 'error',
      'unused-imports/no-unused-imports': 'error',
      'react/prop-types': 'off',
      'react/react-in-jsx-scope': 'off',
      'react-hooks/rules-of-hooks': 'error',
    },
  };
  return { ESLint, config: [...preset, own] };
}

const preset = async () => (await import('eslint-plugin-base44')).default.configs.recommended;

/** The files of our preset without its rules: what remains is the parsing of files that the app never linted. */
const withoutRules = (blocks) => blocks.map((block) => ({ ...block, rules: {} }));

/** The app's own files with our rules: what the rules cost where ESLint parses anyway. */
const onOwnFiles = (blocks) => blocks.slice(0, 1).map((block) => ({ ...block, files: ownFiles, ignores: ownIgnores }));

/** How to run ESLint, by name: its class and config, and the patterns to lint. */
export const configs = {
  recommended: { load: recommended, filesOf: codeFiles },
  own: { load: () => exported(), filesOf: () => ['.'] },
  'own+preset': { load: async () => exported(await preset()), filesOf: () => ['.'] },
  'own+files': { load: async () => exported(withoutRules(await preset())), filesOf: () => ['.'] },
  'own+rules': { load: async () => exported(onOwnFiles(await preset())), filesOf: () => ['.'] },
};
