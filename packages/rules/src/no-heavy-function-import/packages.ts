export interface HeavyPackage {
  /** Unpacked size of the published package without what it needs, in whole megabytes: measured on npm, 2026-11-20. */
  readonly megabytes: number;
  readonly instead: string;
}

/**
 * Packages that hold far more than a function takes from them and that have a smaller way to the same. Packages whose
 * size is mostly several builds of the same code, such as jspdf (30 MB), are left out: one of them is loaded.
 */
const heavy: Readonly<Record<string, HeavyPackage>> = {
  googleapis: {
    megabytes: 246,
    instead:
      'Import the one part that is used (`npm:@googleapis/drive`), or call the REST address with `fetch` and an access token.',
  },
  '@tensorflow/tfjs': { megabytes: 147, instead: 'Let a service do this over HTTP.' },
  'aws-sdk': { megabytes: 98, instead: 'Import the client of the one service (`npm:@aws-sdk/client-s3`).' },
  ccxt: { megabytes: 59, instead: "Call the exchange's REST address with `fetch`." },
};

export function heavyPackage(name: string): HeavyPackage | null {
  return Object.hasOwn(heavy, name) ? heavy[name]! : null;
}
