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
