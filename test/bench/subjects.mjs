import { fileURLToPath } from 'node:url';

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

const scan = 'base44-scan';
const floor = 'ts-morph: parse and walk';
const recommended = 'eslint, js recommended';
const own = "eslint, the app's own config";
const withPreset = '  with our preset';
const withFiles = "  with our preset's files, no rules";
const withRules = "  with our rules, on the app's own files";

/**
 * What is measured on the app in a folder.
 *
 * @param {string} folder
 * @returns {import('./measure.mjs').Subject[]}
 */
export function subjects(folder) {
  const eslint = (config) => [script('./subjects/eslint.mjs'), config, folder];
  return [
    {
      name: scan,
      args: [script('../../packages/scanner/bin/base44-scan.js'), folder, '--format', 'json'],
      exitCodes: [0, 1],
    },
    { name: floor, args: [script('./subjects/floor.mjs'), folder] },
    { name: recommended, args: eslint('recommended') },
    { name: own, args: eslint('own') },
    { name: withPreset, args: eslint('own+preset') },
    { name: withFiles, args: eslint('own+files') },
    { name: withRules, args: eslint('own+rules') },
  ];
}

/**
 * The measures that the project holds itself to.
 *
 * @param {ReadonlyMap<string, import('./measure.mjs').Usage>} usages
 * @returns {import('./table.mjs').Ratio[]}
 */
export function ratios(usages) {
  const ratio = (what, one, other, bar) => {
    const of = (key) => usages.get(one)[key] / usages.get(other)[key];
    return { what, bar, wall: of('wall'), cpu: of('cpu') };
  };
  const addition = (what, one, other, bar) => {
    const { wall, cpu } = ratio(what, one, other, bar);
    return { what, bar, wall: wall - 1, cpu: cpu - 1, asShare: true };
  };
  return [
    ratio('scan / ts-morph', scan, floor, 2),
    ratio('scan / eslint', scan, recommended, 0.35),
    addition('plugin: our preset adds', withPreset, own, 0.15),
    addition("plugin: our rules add, on the app's own files", withRules, own, 0.15),
    addition('plugin: our rules add, parsing aside', withPreset, withFiles, 0.15),
  ];
}
