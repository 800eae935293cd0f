import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder; every script works from here, wherever it was called. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Tools and stamps that belong to this checkout only; ignored by git. */
export const toolsFolder = resolve(root, '.tools');

/** Reports that scripts write; ignored by git. */
export const reportsFolder = resolve(root, '.reports');

/** The packages, each after the ones it depends on. */
export const packages = ['catalog', 'model', 'rules', 'eslint-plugin', 'scanner'];
