/** Made-up secrets for tests. They are put together here so that no file of the repository holds one in full. */
const alphabets = {
  hex: '0123456789abcdef',
  base62: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  base36: '0123456789abcdefghijklmnopqrstuvwxyz',
  digits: '0123456789',
} as const;

/** Text that looks random but is the same for the same seed. */
export function noise(length: number, alphabet: keyof typeof alphabets = 'base62', seed = 7): string {
  const letters = alphabets[alphabet];
  let state = seed;
  // mulberry32: its bits are even enough that the text has the entropy of a real key.
  return Array.from({ length }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return letters[((bits ^ (bits >>> 14)) >>> 0) % letters.length];
  }).join('');
}

export function jwt(payload: object, seed = 7): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}.${noise(43, 'base62', seed)}`;
}

/** One key of each format, by what the rule calls it. */
export function providerKeys(seed = 7): Readonly<Record<string, string>> {
  const n = (length: number, alphabet?: keyof typeof alphabets) => noise(length, alphabet, seed);
  return {
    'live payment secret key': `sk_live_${n(24)}1`,
    'webhook signing secret': `whsec_${n(32)}1`,
    'Twilio API key': `SK${n(32, 'hex')}`,
    'Google OAuth client secret': `GOCSPX-${n(27)}1`,
    'OpenAI API key': `sk-proj-${n(60)}1`,
    'Anthropic API key': `sk-ant-api03-${n(92)}1`,
    'OpenRouter API key': `sk-or-v1-${n(64, 'hex')}`,
    'API key': `sk-${n(32, 'hex')}`,
    'ElevenLabs API key': `sk_${n(48, 'hex')}`,
    'Groq API key': `gsk_${n(52)}`,
    'Resend API key': `re_${n(8)}_${n(23)}1`,
    'SendGrid API key': `SG.${n(22)}.${n(43)}`,
    'GitHub token': `ghp_${n(36)}`,
    'Slack token': `xoxb-${n(12, 'digits')}-${n(24)}`,
    'Telegram bot token': `${n(10, 'digits')}:AA${n(33)}`,
    'AWS access key': `AKIA${n(14).toUpperCase()}7A`,
    'Supabase secret key': `sb_secret_${n(30)}1`,
    'Supabase service-role key': jwt({ iss: 'supabase', role: 'service_role' }, seed),
    'Shopify token': `shpat_${n(32, 'hex')}`,
    'Slack webhook address': `https://hooks.slack.com/services/T0${n(8).toUpperCase()}/B0${n(8).toUpperCase()}/${n(24)}`,
    'Discord webhook address': `https://discord.com/api/webhooks/1${n(17, 'digits')}/${n(68)}`,
    'Make webhook address': `https://hook.eu1.make.com/${n(32).toLowerCase()}`,
    'private key': `-----BEGIN PRIVATE KEY-----\\n${n(128)}\\n-----END PRIVATE KEY-----`,
  };
}
