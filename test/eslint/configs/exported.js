// The shape of the config that exported apps ship, with our preset added in front.
import pluginJs from '@eslint/js';
import base44 from 'eslint-plugin-base44';
import pluginReact from 'eslint-plugin-react';
import pluginReactHooks from 'eslint-plugin-react-hooks';
import pluginUnusedImports from 'eslint-plugin-unused-imports';
import globals from 'globals';

export default [
  ...base44.configs.recommended,
  {
    files: ['src/components/**/*.{js,mjs,cjs,jsx}', 'src/pages/**/*.{js,mjs,cjs,jsx}', 'src/Layout.jsx'],
    ignores: ['src/lib/**/*', 'src/components/ui/**/*'],
    ...pluginJs.configs.recommended,
    ...pluginReact.configs.flat.recommended,
    languageOptions: {
      globals: globals.browser,
      parserOptions: { ecmaVersion: 2022, sourceType: 'module', ecmaFeatures: { jsx: true } },
    },
    settings: { react: { version: '18.3' } },
    plugins: { react: pluginReact, 'react-hooks': pluginReactHooks, 'unused-imports': pluginUnusedImports },
    rules: {
      'no-unused-vars': 'off',
      'react/jsx-uses-vars': 'error',
      'react/jsx-uses-react': 'error',
      'unused-imports/no-unused-imports': 'error',
      'react/prop-types': 'off',
      'react/react-in-jsx-scope': 'off',
      'react-hooks/rules-of-hooks': 'error',
    },
  },
];
