// The floor: ts-morph creates a project, parses every code file and visits every node. Usage: floor.mjs FOLDER
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { codeFiles } from './code-files.mjs';

// The very ts-morph that the scanner uses.
const require = createRequire(new URL('../../../packages/scanner/package.json', import.meta.url));
const { Project, ts } = require('ts-morph');

const project = new Project({
  useInMemoryFileSystem: true,
  skipAddingFilesFromTsConfig: true,
  skipFileDependencyResolution: true,
  skipLoadingLibFiles: true,
  compilerOptions: { allowJs: true, noLib: true, types: [], jsx: ts.JsxEmit.Preserve },
});

let nodes = 0;
const visit = (node) => {
  nodes++;
  ts.forEachChild(node, visit);
};
for (const file of codeFiles(process.argv[2])) {
  visit(project.createSourceFile(file, readFileSync(file, 'utf8')).compilerNode);
}
if (nodes === 0) throw new Error(`${process.argv[2]} holds no code`);
