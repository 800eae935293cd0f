import { wordsOf, type App } from '@base44-lint/model';

/** Last words of an entity whose rows anyone is meant to add: enquiries, sign-ups, counters, logs. */
const OPEN_TO_ADD = new Set(
  'lead contact enquiry inquiry message feedback review rating subscriber subscription newsletter waitlist signup registration application request log event view visit click pageview impression analytics session error report response submission survey vote rsvp comment ticket notification referral trace metric heartbeat audit activity attempt cache history entry run job batch sync snapshot export import document artifact signature progress health heartbeat lock limit mensagem'.split(
    ' ',
  ),
);

/** Words of an entity that stands for money, rights or what was paid for. */
const VALUABLE = new Set(
  'payment payout wallet balance credit transaction ledger invoice refund commission earning withdrawal deposit coupon voucher giftcard license licence entitlement subscription role permission admin payroll salary'.split(
    ' ',
  ),
);
/** Words beside them that make rows of something else: a log of payments, a push subscription. */
const BESIDE =
  /^(?:log|event|template|view|page|push|newsletter|email|history|audit|setting|settings|config|preference|request|reminder|note)$/;
/** Fields that give money or rights. */
const VALUABLE_FIELD =
  /^(?:role|(?:user|app|custom|system|access|platform|portal)_role|is_\w*admin|permissions|plan|plan_tier|tier|\w*credits?(?:_balance|_remaining)?|\w*balance|subscription_(?:status|tier|plan|level)|is_(?:pro|premium|paid|subscribed|verified)|payment_status|amount_paid|entitlements?)$/i;

/** Whether anyone is meant to add rows of an entity. */
export function isOpenToAdd(entity: string | null): boolean {
  const last = entity === null ? undefined : wordsOf(entity).at(-1);
  return (
    last !== undefined &&
    [last, last.replace(/s$/, ''), last.replace(/ies$/, 'y')].some((word) => OPEN_TO_ADD.has(word))
  );
}

/** Money, rights, and what was paid for: rows nobody may write for others, or for themselves. */
export function isValuable(entity: string | null): boolean {
  if (entity === null) return false;
  const words = wordsOf(entity);
  return (
    entity === 'User' ||
    (words.some((word) => VALUABLE.has(word) || VALUABLE.has(word.replace(/s$/, ''))) &&
      !words.some((word) => BESIDE.test(word)))
  );
}

/** Where a write gives its author rights or money at once. */
export const isKeyToAll = (entity: string | null): boolean =>
  entity !== null && /^User$|Role|Permission|Wallet|Credit|Entitlement|Payout|^Admin/.test(entity);

export const isValuableField = (field: string): boolean => VALUABLE_FIELD.test(field);

/** Fields that say that somebody has paid, or has been found to be who they say they are. */
const PROOF_FIELD =
  /(?:^|_)paid$|^(?:is|has)_?paid$|payment_?status|billing_?status|subscription_?status|kyc|identity_?(?:status|verified)|^(?:is_)?verified$|verification_?status/i;
const PROOF = /^(?:true|paid|active|approved|verified|completed?|succeeded|confirmed)$/;

/** Whether a write of this value says that money has come in, or that a person was verified. */
export const isProof = (field: string, value: unknown): boolean => PROOF_FIELD.test(field) && PROOF.test(String(value));

/** Words at the start of the name of a function that everyone is meant to call. */
const PUBLIC_START =
  /^(?:public|createpublic|getpublic|submit|track|log|record|subscribe|unsubscribe|contact|sitemap|og|rss|health|ping|status|robots|llms|manifest|newsletter|join|signup|register|capture|collect|report|vote|rsvp|serve|proxyimage|share|embed|widget|waitlist|landing|prerender|seo)/;
const PUBLIC_WORD =
  /^(?:public|sitemap|og|ogimage|rss|robots|manifest|widget|embed|landing|chatbot|checkout|catalog|catalogue|storefront|guest|visitor|anonymous|unsubscribe|prerender|seo|optout|checkin|kiosk|healthcheck|track|pixel|impression|pageview)$/;

/** Names of functions that people call before they have signed in. */
const SIGN_IN =
  /otp|magic_?link|(?:send|verify|request|resend)\w*code|forgot|password_?reset|reset_?password|login|signin|sign_in|signup|register/i;

/** Names of functions that everyone is meant to call: `submitContactForm`, `getPublicMenu`, `trackVisit`. */
export function isPublicByName(name: string): boolean {
  const words = wordsOf(name.split('/').at(-1) ?? name);
  return SIGN_IN.test(name) || PUBLIC_START.test(words.join('')) || words.some((word) => PUBLIC_WORD.test(word));
}

/** Names of functions that a schedule or a change of a record starts. */
const JOB =
  /^(?:on[A-Z_]|process|sync|daily|weekly|monthly|hourly|nightly|scheduled?|cron|auto|check|poll|refresh|cleanup|clean|expire|archive|remind|send[A-Z]\w*(?:Reminder|Digest|Alert|Notification|Report)|run|recalc|recompute|aggregate|rollup|monitor|update[A-Z]\w*(?:Stats|Status|Metrics|Scores?)|backfill|notify|escalate|trigger|watch|calculate|generate[A-Z]\w*Report|handle[A-Z]\w*(?:Created|Updated|Deleted))|(?:Job|Cron|Worker|Scheduler|Automation|Nightly|Daily|Weekly|Reminders?|Digest|Trigger|Listener|Watcher|Sync)$/;

export const isJobByName = (name: string): boolean => JOB.test(name.split('/').at(-1) ?? name);

/** Names of functions that fill, empty or move whole tables. */
export const isUpheavalByName = (name: string): boolean =>
  /seed|reset|wipe|purge|deleteAll|clearAll|truncate|migrate|import[A-Z]|bulkDelete|nuke|factory/i.test(name);

/** The function that a file is the entry or a module of. */
export function functionOf(app: App, file: string) {
  return app.functions.find(
    (one) => one.file === file || (one.folder !== undefined && file.startsWith(`${one.folder}/`)),
  );
}
