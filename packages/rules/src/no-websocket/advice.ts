import { sinceVersion, supports } from '@base44-lint/catalog';
import type { RealtimeUse, SdkVersion } from '@base44-lint/model';

/** What the platform offers in place of a connection of one's own, by the SDK version of the browser code. */
export function adviceFor({ zone, kind }: RealtimeUse, sdk: SdkVersion): string {
  const stream = offer(sdk, 'functions.fetch', "`base44.functions.fetch('name')`");
  if (kind === 'event-stream')
    return `Read the stream in the browser with ${stream}, or answer with the finished result.`;
  const changes = offer(sdk, 'entities.subscribe', '`base44.entities.X.subscribe(callback)`');
  const rooms = offer(sdk, 'actors', 'an actor (`base44/actors/<Name>/entry.ts`)');
  const outside = zone === 'frontend' ? '' : ' Keep a connection to another service on a server of your own.';
  return `Use ${changes} for changes of records, ${rooms} for messages between users, and ${stream} for a streamed answer.${outside}`;
}

/** The replacement with the version it needs, where the app's version lacks it or is not known. */
function offer({ version }: SdkVersion, member: string, code: string): string {
  if (supports(version, member) === 'yes') return code;
  const since = sinceVersion(member);
  const now = version === null ? '' : `, this app has ${version}`;
  return since === null ? code : `${code} (from SDK ${since}${now})`;
}
