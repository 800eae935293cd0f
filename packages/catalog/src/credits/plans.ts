import type { SourceKey } from '../sources.js';
import type { PlanId } from './plan-ids.js';

export interface Plan {
  readonly title: string;
  /** Credits a month for what the app does. */
  readonly integrationCredits: number;
  /** Credits a month for building with the AI. What an app does never uses them. */
  readonly messageCredits: number;
  /** US dollars a month, paid by the month and by the year. */
  readonly price: { readonly monthly: number; readonly yearly: number };
  /** Backend functions, automations and workflows run on it. */
  readonly backend: boolean;
  readonly sources: readonly [SourceKey, ...SourceKey[]];
  /** `yyyy-mm-dd`. */
  readonly checkedOn: string;
}

const common = { sources: ['docs-credits', 'integrations-article'], checkedOn: '2026-10-31' } as const;

/** Unused credits do not roll over. Above Elite stand larger levels of it, and Enterprise by contract. */
export const plans: Readonly<Record<PlanId, Plan>> = {
  free: {
    ...common,
    title: 'Free',
    integrationCredits: 100,
    messageCredits: 25,
    price: { monthly: 0, yearly: 0 },
    backend: false,
  },
  starter: {
    ...common,
    title: 'Starter',
    integrationCredits: 2_000,
    messageCredits: 100,
    price: { monthly: 20, yearly: 16 },
    backend: false,
  },
  builder: {
    ...common,
    title: 'Builder',
    integrationCredits: 10_000,
    messageCredits: 250,
    price: { monthly: 50, yearly: 40 },
    backend: true,
  },
  pro: {
    ...common,
    title: 'Pro',
    integrationCredits: 20_000,
    messageCredits: 500,
    price: { monthly: 100, yearly: 80 },
    backend: true,
  },
  elite: {
    ...common,
    title: 'Elite',
    integrationCredits: 50_000,
    messageCredits: 1_200,
    price: { monthly: 200, yearly: 160 },
    backend: true,
  },
};
