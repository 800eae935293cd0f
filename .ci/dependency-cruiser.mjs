// The arrows between packages and between the parts of a package: catalog ← model ← rules ← {eslint-plugin, scanner}.
// test/checks/arrows.test.ts shows that each rule bites.

const tests = '\\.test\\.ts$|/testing/|/scripts/';

/**
 * @param {string} name
 * @param {string} comment why the arrow is forbidden.
 * @param {object} from
 * @param {object} to
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: /** @type {const} */ ('error'), from, to });

/** @satisfies {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid(
      'catalog-stands-alone',
      'The catalogue is data and types: whoever only wants the facts must get them without any code.',
      { path: '^packages/catalog/src', pathNot: tests },
      { pathNot: '^packages/catalog/' },
    ),
    forbid(
      'model-knows-no-checks',
      'What an app is must not depend on what we check, or every new rule would change the facts.',
      { path: '^packages/model/' },
      { path: '^packages/(rules|eslint-plugin|scanner)/' },
    ),
    forbid(
      'rules-know-no-host',
      'A rule that knows its host could not run in both, and editor and scanner would contradict each other.',
      { path: '^packages/rules/' },
      { path: '^packages/(eslint-plugin|scanner)/' },
    ),
    forbid(
      'hosts-are-apart',
      'The plugin must install without the scanner and its ts-morph, and the scanner without ESLint.',
      { path: '^packages/(eslint-plugin|scanner)/', pathNot: tests },
      { path: '^packages/(eslint-plugin|scanner)/', pathNot: '^packages/$1/' },
    ),
    forbid(
      'packages-meet-at-their-entry',
      'What a package shares is what its entry exports; a path into its sources breaks once it is published.',
      { path: '^packages/([^/]+)/' },
      { path: '^packages/[^/]+/src/', pathNot: '^packages/$1/' },
    ),
    forbid(
      'rules-are-pure',
      'Rules are functions over facts and app; with a parser, ts-morph or the disk they could not run in every host.',
      { path: '^packages/rules/src', pathNot: tests },
      {
        path: [
          '^(ts-morph|typescript|eslint|espree|oxc-parser|@typescript-eslint/.+)$',
          'node_modules/(ts-morph|typescript|eslint|espree|oxc-parser|@typescript-eslint)/',
          '^(node:)?(fs|child_process|net|http|https|worker_threads)(/|$)',
        ],
      },
    ),
    forbid(
      'recognition-is-pure',
      'Recognition runs in the editor and in the scanner, on a tree that its host has made: it reads and starts nothing.',
      { path: '^packages/model/src/code/', pathNot: tests },
      { path: '^(node:)?(fs|child_process|net|http|https)(/|$)' },
    ),
    forbid(
      'facts-do-not-know-the-app',
      'Facts follow from the text of one file, so that its hash can be their cache key; the view adds the app to them.',
      {
        path: '^packages/model/src/code/',
        pathNot: [
          tests,
          '^packages/model/src/code/(views?|interpreter|context-keys|streams|starts-backend|function-calls)',
        ],
      },
      { path: '^packages/model/src/app/', pathNot: '^packages/model/src/app/types' },
    ),
    forbid(
      'files-are-read-in-few-places',
      'The scanned repository is untrusted: size caps, links and encodings are handled where files are read, only there.',
      {
        path: '^packages/[^/]+/src/',
        pathNot: [
          tests,
          '^packages/model/src/app/(read|tree)',
          '^packages/scanner/src/(load|cli)/',
          '^packages/eslint-plugin/src/(snapshot|tree-root)',
        ],
      },
      { path: '^(node:)?fs(/|$)' },
    ),
    forbid(
      'reports-only-read-the-result',
      'A reporter is a view of the finished result; one that computes could disagree with the other formats.',
      { path: '^packages/scanner/src/report/', pathNot: tests },
      {
        path: [
          '^packages/scanner/src/(load|link|check|cli|assess)',
          '^packages/model/',
          '^(node:)?(fs|process|child_process)(/|$)',
        ],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'nothing-depends-on-the-command-line',
      'The command line is the outermost layer: whatever it needs to share belongs below it.',
      { path: '^packages/scanner/src/', pathNot: ['^packages/scanner/src/cli/', tests] },
      { path: '^packages/scanner/src/cli/' },
    ),
    forbid(
      'sources-need-no-tests',
      'Tests and their helpers are not published.',
      { path: '^packages/[^/]+/src/', pathNot: tests },
      { path: tests },
    ),
    forbid(
      'only-declared-dependencies',
      'What a published file imports must be installed with the package.',
      { path: '^packages/[^/]+/src/', pathNot: tests },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'everything-resolves',
      'An import that resolves to nothing fails at run time.',
      {},
      { couldNotResolve: true },
    ),
    forbid('no-circles', 'Files in a circle can only be understood together.', {}, { circular: true }),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
    },
    skipAnalysisNotInRules: true,
  },
};
