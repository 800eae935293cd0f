import { isRecord } from '@base44-lint/model';
import type { ExitSection } from '../../result/exit.js';
import { compare } from '../findings.js';
import type { ExitInput } from './input.js';
import { callsOf, placeOf } from './services.js';

type Method = ExitSection['signIn']['methods'][number];

/** Switches of the sign-in configuration. */
const switches: Readonly<Record<string, string>> = {
  enableUsernamePassword: 'password',
  enableGoogleLogin: 'google',
  enableMicrosoftLogin: 'microsoft',
  enableFacebookLogin: 'facebook',
  enableAppleLogin: 'apple',
  enableSSOLogin: 'sso',
};

/** Ways to sign in: those that the configuration switches on, and those that code of the app calls for. */
export function signInOf({ app, views, locate }: Pick<ExitInput, 'app' | 'views' | 'locate'>): ExitSection['signIn'] {
  const { auth } = app;
  const value = auth && isRecord(auth.value) ? auth.value : {};
  const configured = Object.entries(switches).flatMap(([key, name]): Method[] =>
    auth && value[key] === true ? [{ name, source: 'config', location: locate(auth.file, { start: 0, end: 0 }) }] : [],
  );
  const called = callsOf(views, /^auth\.(?:loginViaEmailPassword|register|loginWithProvider)$/).flatMap(
    (call): Method[] => {
      const location = locate(call.file, placeOf(call));
      if (call.member !== 'auth.loginWithProvider') return [{ name: 'password', source: 'code', location }];
      const [provider] = call.args;
      const isKnown = provider?.t === 'literal' && typeof provider.value === 'string';
      return isKnown ? [{ name: String(provider.value), source: 'code', location }] : [];
    },
  );
  const methods = new Map<string, Method>();
  for (const method of [...configured, ...called]) if (!methods.has(method.name)) methods.set(method.name, method);
  return {
    methods: [...methods.values()].sort((a, b) => compare(a.name, b.name)),
    hostedPage: callsOf(views, /^auth\.(?:redirectToLogin|loginWithRedirect)$/).length > 0,
    configured: auth !== undefined,
  };
}
