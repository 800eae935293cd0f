import type { ExitPart, ExitSection } from '../../result/exit.js';
import { counted } from '../../counted.js';
import { printable } from '../printable.js';
import { numberOf, rangeOf } from '../ranges.js';
import { portabilityWords } from '../exit-words.js';
import type { ExitOptions } from './exit-options.js';
import { wrap, type Style } from './style.js';

/** What ties the app to the platform, part by part, with what takes its place. */
export function inventoryLines(section: ExitSection, options: ExitOptions, style: Style): string[] {
  const own = section.uses.filter(({ code }) => code === 'own');
  const template = section.uses.filter(({ code }) => code === 'template');
  const sum = (rows: typeof own): number => rows.reduce((total, { calls }) => total + calls, 0);
  return [
    style.bold('What ties the app to the platform'),
    `  ${counted(sum(own), 'call')} of the SDK in the app's own code, ${sum(template)} in ${counted(section.templateFiles.length, 'file')} of the export template`,
    ...section.parts.flatMap((part) => partLines(part, options, style)),
  ];
}

function partLines(part: ExitPart, { width }: ExitOptions, style: Style): string[] {
  const { title, portability, found, replacement, hours } = part;
  const what = found.map((one) => `${numberOf(one.count)} ${one.what}`).join(', ');
  return [
    `  ${style.bold(title)}  ${style.apply(tones[portability], portabilityWords[portability])}  ${style.dim(found.length > 0 ? `${rangeOf(hours)} h` : 'in template code only')}`,
    ...(what === '' ? [] : wrap(printable(what), width && width - 6).map((line) => `      ${line}`)),
    ...wrap(`→ ${replacement}`, width && width - 6).map((line) => style.dim(`      ${line}`)),
  ];
}

const tones = { 'as-is': 'green', adapter: 'cyan', rewrite: 'yellow', none: 'red' } as const;
