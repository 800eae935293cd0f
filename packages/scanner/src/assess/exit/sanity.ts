import type { ExitSection } from '../../result/exit.js';
import { compare } from '../findings.js';
import type { ExitInput } from './input.js';

/** Rules that compare what the code names with what the export and the SDK hold. */
const driftRules = ['no-unknown-entity', 'no-unknown-field', 'no-unknown-function', 'no-unknown-sdk-member'] as const;

/** Values of the host itself; they are not set by anyone. */
const ofHost = /^(?:BASE44_|DENO_|NODE_ENV$|PORT$|HOME$|PATH$|PWD$|TZ$)/;

/** What the code refers to and the repository lacks, and what no repository can hold. */
export function sanityOf({ app, views, findings, sight, schemas }: ExitInput): ExitSection['sanity'] {
  const drift = driftRules.flatMap((rule) => {
    const found = findings.filter((finding) => finding.rule === rule && !finding.suppression);
    return found[0] ? [{ rule, findings: found.length, first: found[0].location }] : [];
  });
  const secrets = views
    .filter(({ zone }) => zone === 'function' || zone === 'shared')
    .flatMap(({ facts }) => facts.env.map(({ name }) => name))
    .filter((name) => !ofHost.test(name));
  return {
    missingEntities: [...schemas.missing],
    missingFunctions: [...sight.missingFunctions],
    drift,
    notExportable: notExportable(app),
    secrets: [...new Set(secrets)].sort(compare),
    ownClientCalls: sight.shimCalls,
  };
}

function notExportable({ connectors }: ExitInput['app']): string[] {
  return [
    'Passwords and sessions of users cannot be taken along: every user has to set a new password or sign in through a provider.',
    'Values of secrets are not in an export: only the names that functions read are known.',
    'Automations, ways to sign in and integrations of the workspace that were set up in the dashboard are in no repository.',
    ...(connectors.length > 0
      ? [
          'Connections that users made to other services belong to the OAuth applications of the platform: everyone has to connect again.',
        ]
      : []),
  ];
}
