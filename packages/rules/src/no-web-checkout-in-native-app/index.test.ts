import { describe, expect, test } from 'vitest';
import { run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const checkout = (mode: string) => ({
  'base44/functions/pay/entry.ts': `import Stripe from 'npm:stripe@17.5.0';
const stripe = new Stripe(Deno.env.get('STRIPE_KEY'));
Deno.serve(async () => Response.json(await stripe.checkout.sessions.create({ mode: '${mode}' })));`,
});

function manifest(dependencies: Readonly<Record<string, string>>, files: Sample['files']): Sample {
  return { file: 'package.json', code: JSON.stringify({ dependencies }, null, 2), files };
}

test('the package of the shell is drawn', () => {
  expect(squiggled(rule, manifest({ '@base44/sdk': '0.8.31', '@capacitor/ios': '7.0.0' }, checkout('subscription'))))
    .toMatchInlineSnapshot(`
    "  4 |     "@capacitor/ios": "7.0.0"
        |     ^~~~~~~~~~~~~~~~~~~~~~~~~ [1]

    [1] medium/likely \`@capacitor/ios\` packs this app for a mobile store while it sells subscriptions through Stripe, which the stores may reject for digital goods.
        advice: Sell digital goods on the web only and hide the checkout inside the shell, or add the store's own purchase to the shell and let a function verify its receipt.
        evidence: base44/functions/pay/entry.ts: reaches Stripe
        evidence: base44/functions/pay/entry.ts: sells a subscription"
  `);
});

test('the configuration of the shell stands for a package that is not there', () => {
  const sample = { file: 'capacitor.config.json', code: '{ "appId": "com.example" }', files: checkout('payment') };
  expect(run(rule, sample)).toMatchObject([{ severity: 'low', confidence: 'possible' }]);
});

describe('a checkout is told', () => {
  test.each([
    [
      'by the address of Stripe',
      {
        'src/pages/Buy.jsx':
          "import { base44 } from '@/api/base44Client';\nexport const buy = () => open('https://buy.stripe.com/abc');",
      },
    ],
    [
      'by its package in the browser',
      {
        'src/pages/Buy.tsx':
          "import { loadStripe } from '@stripe/stripe-js';\nexport const stripe: unknown = loadStripe(key);",
      },
    ],
  ])('%s', (_, files) => expect(run(rule, manifest({ expo: '52.0.0' }, files))).toMatchObject([{ severity: 'low' }]));
});

describe('nothing is said', () => {
  test.each<[string, Sample]>([
    ['without a shell', manifest({ '@base44/sdk': '0.8.31' }, checkout('subscription'))],
    [
      'for the core of Capacitor, which web apps use too',
      manifest({ '@capacitor/core': '7.0.0' }, checkout('subscription')),
    ],
    ["for the template's packages alone", manifest({ '@capacitor/ios': '7.0.0', '@stripe/stripe-js': '7.0.0' }, {})],
    [
      'where the purchase of the store is at hand',
      manifest({ '@capacitor/ios': '7.0.0', '@revenuecat/purchases-capacitor': '11.0.0' }, checkout('subscription')),
    ],
    [
      'for a script outside the app',
      manifest({ '@capacitor/ios': '7.0.0' }, { 'scripts/pay.js': "import Stripe from 'stripe';\nnew Stripe(key);" }),
    ],
  ])('%s', (_, sample) => expect(run(rule, sample)).toEqual([]));
});

describe('the shell', () => {
  test.each([
    '@capacitor/android',
    'cordova-ios',
    'expo',
    'react-native',
    'despia',
    'despia-native',
    'median-js-bridge',
    'gonative-bridge',
  ])('%s', (name) => {
    expect(run(rule, manifest({ [name]: '1.0.0' }, checkout('payment')))).toMatchObject([
      {
        severity: 'low',
        confidence: 'possible',
        message: `\`${name}\` packs this app for a mobile store while it takes payments through Stripe, which the stores may reject if what it sells is digital.`,
        evidence: [{ file: 'base44/functions/pay/entry.ts', note: 'reaches Stripe' }],
      },
    ]);
  });

  test.each(['my-expo', 'expo-router', '@capacitor/iosx', 'react-native-web'])('%s is none', (name) =>
    expect(run(rule, manifest({ [name]: '1.0.0' }, checkout('payment')))).toEqual([]),
  );

  test.each(['capacitor.config.ts', 'app/capacitor.config.js'])('%s is one', (file) => {
    const sample = { file, code: "export default { appId: 'com.example' };", files: checkout('payment') };
    expect(run(rule, sample)).toMatchObject([
      { message: expect.stringMatching(/^Capacitor packs this app/) as string },
    ]);
  });

  test.each(['capacitor.config.md', 'my-capacitor.config.json'])('%s is none', (file) =>
    expect(run(rule, { file, code: '{}', files: checkout('payment') })).toEqual([]),
  );

  test.each([
    'react-native-iap',
    'expo-iap',
    'cordova-plugin-purchase',
    '@adapty/capacitor',
    '@capgo/native-purchases',
  ])('with %s the purchase of the store is at hand', (name) =>
    expect(run(rule, manifest({ expo: '1', [name]: '1' }, checkout('subscription')))).toEqual([]),
  );
});

describe('the checkout', () => {
  const told = (code: string, file = 'base44/functions/pay/entry.ts') =>
    run(rule, manifest({ expo: '52.0.0' }, { [file]: code })).map(({ severity }) => severity);

  test.each([
    "import Stripe from 'https://esm.sh/stripe@17';",
    "import Stripe from 'stripe/lib/stripe';",
    "import { x } from '@stripe/react-stripe-js';",
    "fetch('https://api.stripe.com/v1/charges');",
    "open('https://billing.stripe.com/p/x');",
  ])('%s', (line) => expect(told(`${line}\nDeno.serve(() => null);`)).toEqual(['low']));

  test.each([
    "import Striped from 'npm:striped';",
    "import a from 'npm:my-stripe';",
    "fetch('https://stripe.com/docs');",
    "fetch('https://api.stripe.community/v1');",
    "fetch('http://api.stripe.com.example.org/v1');",
  ])('not %s', (line) => expect(told(`${line}\nDeno.serve(() => null);`)).toEqual([]));

  test('a subscription in a file that does not reach Stripe is another one', () => {
    const files = { ...checkout('payment'), 'src/lib/news.js': "export const news = { mode: 'subscription' };" };
    expect(run(rule, manifest({ expo: '1' }, files))).toMatchObject([{ severity: 'low' }]);
  });

  test('another text of that name is none', () => {
    const files = checkout('payment');
    const more = {
      'src/pages/Buy.jsx':
        "import { loadStripe } from '@stripe/stripe-js';\nconst mode = 'subscription';\nshow({ kind: 'subscription' });",
    };
    expect(run(rule, manifest({ expo: '1' }, { ...files, ...more }))).toMatchObject([{ severity: 'low' }]);
  });
});
