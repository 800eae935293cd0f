import type { FileView, Place, SourceTree } from '@base44-lint/model';
import { dependenciesOf, firstLine, type Dependency } from '../judge/manifest.js';
import { defineRule } from '../rule.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-web-checkout-in-native-app',
    description: 'report a native shell around an app that sells through a web checkout',
    limitations: ['int-stripe-iap'],
    preset: 'audit',
    since: '0.2.0',
    precision: 'medium',
    severities: ['medium', 'low'],
    words: [],
    related: [],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkApp({ files, tree }) {
    const packages = dependenciesOf(tree);
    const shell = shellOf(packages, tree);
    if (!shell || packages.some(({ name }) => storePurchase.test(name))) return;
    const checkout = checkoutOf(files);
    if (!checkout) return;
    yield {
      file: shell.place.file,
      severity: checkout.subscription ? 'medium' : 'low',
      confidence: checkout.subscription ? 'likely' : 'possible',
      message: checkout.subscription
        ? `${shell.name} packs this app for a mobile store while it sells subscriptions through Stripe, which the stores may reject for digital goods.`
        : `${shell.name} packs this app for a mobile store while it takes payments through Stripe, which the stores may reject if what it sells is digital.`,
      span: shell.place,
      evidence: [
        { ...checkout.place, note: 'reaches Stripe' },
        ...(checkout.subscription ? [{ ...checkout.subscription, note: 'sells a subscription' }] : []),
      ],
      advice:
        "Sell digital goods on the web only and hide the checkout inside the shell, or add the store's own purchase to the shell and let a function verify its receipt.",
      suggestions: [],
    };
  },
});

/** Packages that show that the app is packed for a phone; the core alone also serves plain web features. */
const shellPackage =
  /^(?:@capacitor\/(?:ios|android)|cordova-(?:ios|android)|expo|react-native|despia(?:-native)?|median-js-bridge|gonative-.*)$/;
const shellFile = /(?:^|\/)capacitor\.config\.(?:json|[jt]s)$/;

/** The purchase of the store itself is at hand. */
const storePurchase =
  /^(?:@revenuecat\/.*|react-native-purchases.*|react-native-iap|expo-in-app-purchases|expo-iap|cordova-plugin-purchase|@capgo\/native-purchases|@capacitor-community\/in-app-purchases|@adapty\/.*|@glassfy\/.*)$/;

interface Shell {
  readonly name: string;
  readonly place: Place;
}

function shellOf(packages: readonly Dependency[], tree: SourceTree): Shell | undefined {
  const found = packages.find(({ name }) => shellPackage.test(name));
  if (found) return { name: `\`${found.name}\``, place: found.place };
  const file = tree.files.find((one) => shellFile.test(one));
  const place = file === undefined ? undefined : firstLine(tree, file);
  return place && { name: 'Capacitor', place };
}

interface Checkout {
  readonly place: Place;
  readonly subscription: Place | null;
}

const stripePackage = /^(?:npm:|https?:\/\/[^/]+\/)?(?:stripe(?:$|[@/])|@stripe\/)/;
const stripeAddress = /^https:\/\/(?:api|buy|checkout|billing)\.stripe\.com\b/;

/** Code of the app that reaches Stripe. The template names its packages in every export, so they prove nothing. */
function checkoutOf(files: readonly FileView[]): Checkout | undefined {
  const own = files.filter(({ zone }) => zone !== 'other');
  const uses = own.flatMap(({ file, imports, strings }) =>
    [
      ...imports.filter(({ from }) => stripePackage.test(from)),
      ...strings.filter(({ value }) => stripeAddress.test(value)),
    ].map(({ start, end }) => ({ file, start, end })),
  );
  const [place] = uses;
  if (!place) return undefined;
  const reaching = new Set(uses.map(({ file }) => file));
  const subscription = own
    .filter(({ file }) => reaching.has(file))
    .flatMap(({ file, strings }) =>
      strings
        .filter(({ name, value, use }) => use === 'property' && name === 'mode' && value === 'subscription')
        .map(({ start, end }) => ({ file, start, end })),
    );
  return { place, subscription: subscription[0] ?? null };
}
