// ESLint on a folder with one of our configs, as `eslint --quiet` runs. Usage: eslint.mjs CONFIG FOLDER
import { configs } from './configs.mjs';

const [name, folder] = process.argv.slice(2);
const { load, filesOf } = configs[name];
const { ESLint, config } = await load();

const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  overrideConfig: config,
  allowInlineConfig: name !== 'recommended',
  errorOnUnmatchedPattern: false,
  ruleFilter: ({ severity }) => severity === 2,
});
const results = await eslint.lintFiles(filesOf(folder));
if (results.length === 0) throw new Error(`${folder} holds no file that ${name} lints`);
