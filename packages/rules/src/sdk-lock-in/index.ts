import type { FileView, Place } from '@base44-lint/model';
import { listed } from '../judge/listed.js';
import { hostedFeatures, platformUsesIn, type PlatformUse } from '../judge/platform-use.js';
import { defineRule } from '../rule.js';

interface Options {
  /** Folders whose files may call the SDK: the data layer. */
  readonly dataLayer: readonly string[];
}

/** Folders that stand between pages and the SDK in exports that have such a layer; `src/api` is the template's. */
const usualLayer = [
  'api',
  'data',
  'db',
  'hooks',
  'lib',
  'queries',
  'repositories',
  'sdk',
  'services',
  'stores',
  'utils',
];

export const rule = defineRule<Options>({
  meta: {
    name: 'sdk-lock-in',
    description: 'report how much of the browser code would have to change to leave the platform',
    limitations: ['exit-sdk-dependence'],
    preset: 'audit',
    since: '0.2.0',
    precision: 'very-high',
    severities: ['low', 'info'],
    words: [],
    related: ['require-data-export'],
    schema: {
      type: 'object',
      properties: {
        dataLayer: {
          type: 'array',
          items: { type: 'string' },
          default: usualLayer,
          description: 'Folders whose files may call the SDK: the layer between pages and platform.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { dataLayer: usualLayer },

  *checkApp({ files, options }) {
    const uses = files.flatMap(platformUsesIn);
    const [first] = uses;
    if (!first) return;
    const byFile = countBy(uses);
    const browser = [...byFile].filter(([, { zone }]) => zone === 'frontend');
    const scattered = browser.filter(([file]) => !isInLayer(file, options.dataLayer));
    const calls = sum(browser);
    const outside = sum(scattered);
    const share = calls === 0 ? 0 : outside / calls;
    const widest = (scattered.length > 0 ? scattered : [...byFile]).toSorted((a, b) => b[1].count - a[1].count);
    const features = hostedFeatures(uses.map(({ member }) => member));
    const place = widest[0]![1].first;
    const scatter =
      outside === 0
        ? ''
        : `, ${outside.toLocaleString('en-US')} of them in ${counted(scattered.length, 'file')} of the interface itself`;
    const needs = features.length === 0 ? '' : `, and needs its ${listed(features, features.length)}`;
    yield {
      file: place.file,
      subject: 'app',
      severity: share > 0.2 ? 'low' : 'info',
      confidence: 'certain',
      message: `The app calls the platform at ${counted(uses.length, 'place')} in ${counted(byFile.size, 'file')}${scatter}${needs}.`,
      span: place,
      evidence: widest
        .slice(1, 6)
        .map(([, { first: at, count }]) => ({ ...at, note: `is the first of ${count} here` })),
      advice:
        outside === 0
          ? 'Keep it so: a move changes the data layer and the functions only, and each hosted feature needs a replacement.'
          : 'Move the calls of pages and components into one folder of your own, such as `src/api`, so that a move changes one folder; each hosted feature needs a replacement.',
      suggestions: [],
    };
  },
});

interface FileUse {
  readonly zone: FileView['zone'];
  readonly first: Place;
  count: number;
}

function countBy(uses: readonly PlatformUse[]): ReadonlyMap<string, FileUse> {
  const counts = new Map<string, FileUse>();
  for (const { zone, place } of uses) {
    const known = counts.get(place.file);
    if (known) known.count++;
    else counts.set(place.file, { zone, first: place, count: 1 });
  }
  return counts;
}

function sum(files: readonly (readonly [string, FileUse])[]): number {
  return files.reduce((total, [, { count }]) => total + count, 0);
}

function isInLayer(file: string, folders: readonly string[]): boolean {
  return file
    .split('/')
    .slice(0, -1)
    .some((folder) => folders.includes(folder));
}

function counted(count: number, one: string): string {
  return `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;
}
