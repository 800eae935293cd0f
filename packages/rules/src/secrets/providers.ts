import type { SecretWeight } from './types.js';

export interface Provider {
  readonly label: string;
  readonly weight: SecretWeight;
  readonly variable?: string;
  /** Source of a pattern that finds a place in every match; see `mayHoldKey`. */
  readonly hint: string;
  /** Group 1 is the secret where the match holds more than that. */
  readonly pattern: RegExp;
}

/** Not the middle of a longer word. */
const before = '(?<![A-Za-z0-9_-])';
const after = '(?![A-Za-z0-9_-])';

function provider(
  label: string,
  hint: string,
  body: string,
  weight: SecretWeight = 'live',
  variable?: string,
): Provider {
  return {
    label,
    weight,
    hint,
    pattern: new RegExp(`${before}(?:${body})${after}`, 'g'),
    ...(variable && { variable }),
  };
}

function address(label: string, hint: string, body: string, weight: SecretWeight = 'hook'): Provider {
  return { label, weight, hint, pattern: new RegExp(body, 'g') };
}

/** Formats by which providers mark their own secrets. */
export const providers: readonly Provider[] = [
  provider('live payment secret key', '_live_', '(?:sk|rk)_live_[0-9a-zA-Z]{16,}', 'live', 'STRIPE_SECRET_KEY'),
  provider('payment test secret key', '_test_', '(?:sk|rk)_test_[0-9a-zA-Z]{16,}', 'test', 'STRIPE_SECRET_KEY'),
  provider('webhook signing secret', 'whsec_', 'whsec_[A-Za-z0-9+/]{24,}={0,2}', 'live', 'WEBHOOK_SECRET'),
  provider('Twilio API key', 'SK[0-9a-f]{8}', 'SK[0-9a-f]{32}', 'live', 'TWILIO_API_KEY'),
  provider('Google API key', 'AIza', 'AIza[0-9A-Za-z_-]{35}', 'browser', 'GOOGLE_API_KEY'),
  provider('Google OAuth client secret', 'GOCSPX-', 'GOCSPX-[0-9A-Za-z_-]{28}', 'live', 'GOOGLE_CLIENT_SECRET'),
  provider('Google OAuth refresh token', '1//0', '1//0[0-9A-Za-z_-]{40,}', 'live', 'GOOGLE_REFRESH_TOKEN'),
  provider(
    'OpenAI API key',
    'sk-[a-zA-Z0-9]{3}',
    'sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40,}',
    'live',
    'OPENAI_API_KEY',
  ),
  provider('Anthropic API key', 'sk-ant-', 'sk-ant-[a-z0-9]+-[A-Za-z0-9_-]{60,}', 'live', 'ANTHROPIC_API_KEY'),
  provider('OpenRouter API key', 'sk-or-', 'sk-or-v1-[0-9a-f]{64}', 'live', 'OPENROUTER_API_KEY'),
  provider('API key', 'sk-[a-zA-Z0-9]{3}', 'sk-[A-Za-z0-9]{32,64}', 'live', 'API_KEY'),
  provider('ElevenLabs API key', 'sk_[0-9a-f]{8}', 'sk_[0-9a-f]{48}', 'live', 'ELEVENLABS_API_KEY'),
  provider('Groq API key', 'gsk_', 'gsk_[A-Za-z0-9]{40,}', 'live', 'GROQ_API_KEY'),
  provider('xAI API key', 'xai-', 'xai-[A-Za-z0-9]{60,}', 'live', 'XAI_API_KEY'),
  provider('Perplexity API key', 'pplx-', 'pplx-[A-Za-z0-9]{40,}', 'live', 'PERPLEXITY_API_KEY'),
  provider('Hugging Face token', 'hf_', 'hf_[A-Za-z0-9]{30,}', 'live', 'HF_TOKEN'),
  provider('Replicate token', 'r8_', 'r8_[A-Za-z0-9]{37}', 'live', 'REPLICATE_API_TOKEN'),
  provider('Resend API key', 're_[A-Za-z0-9]{6}', 're_[A-Za-z0-9]{6,12}_[A-Za-z0-9]{18,}', 'live', 'RESEND_API_KEY'),
  provider('SendGrid API key', 'SG\\.', 'SG\\.[A-Za-z0-9_-]{20,24}\\.[A-Za-z0-9_-]{39,50}', 'live', 'SENDGRID_API_KEY'),
  provider('Brevo API key', 'xkeysib-', 'xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}', 'live', 'BREVO_API_KEY'),
  provider('Mailgun API key', 'key-[0-9a-f]{8}', 'key-[0-9a-f]{32}', 'live', 'MAILGUN_API_KEY'),
  provider('Mailchimp API key', '-us[0-9]', '[0-9a-f]{32}-us[0-9]{1,2}', 'live', 'MAILCHIMP_API_KEY'),
  provider('GitHub token', 'gh[pousr]_', 'gh[pousr]_[A-Za-z0-9]{36,}', 'live', 'GITHUB_TOKEN'),
  provider('GitHub token', 'github_pat_', 'github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}', 'live', 'GITHUB_TOKEN'),
  provider('GitLab token', 'glpat-', 'glpat-[A-Za-z0-9_-]{20,}', 'live', 'GITLAB_TOKEN'),
  provider('Slack token', 'xox[abeprs]-', 'xox[abeprs]-[A-Za-z0-9-]{20,}', 'live', 'SLACK_TOKEN'),
  provider('Telegram bot token', ':AA', '[0-9]{8,10}:AA[A-Za-z0-9_-]{33}', 'live', 'TELEGRAM_BOT_TOKEN'),
  provider('AWS access key', '(?:AK|AS)IA[0-9A-Z]', '(?:AKIA|ASIA)[0-9A-Z]{16}', 'live', 'AWS_ACCESS_KEY_ID'),
  provider('Supabase secret key', 'sb_secret_', 'sb_secret_[A-Za-z0-9_-]{20,}', 'live', 'SUPABASE_SECRET_KEY'),
  provider('Supabase access token', 'sbp_', 'sbp_[0-9a-f]{40}', 'live', 'SUPABASE_ACCESS_TOKEN'),
  provider('Shopify token', 'shp[acs][a-z]?_', 'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}', 'live', 'SHOPIFY_TOKEN'),
  provider('Square access token', 'EAAA', 'EAAA[A-Za-z0-9_-]{60}', 'live', 'SQUARE_ACCESS_TOKEN'),
  provider('Square client secret', 'sq0csp-', 'sq0csp-[A-Za-z0-9_-]{43}', 'live', 'SQUARE_CLIENT_SECRET'),
  provider('Flutterwave secret key', 'FLWSECK', 'FLWSECK-[0-9a-zA-Z]{20,}-X', 'live', 'FLW_SECRET_KEY'),
  provider('Airtable token', 'pat[A-Za-z0-9]{14}\\.', 'pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}', 'live', 'AIRTABLE_TOKEN'),
  provider(
    'HubSpot token',
    'pat-(?:na|eu)',
    'pat-(?:na|eu)[0-9]-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
    'live',
    'HUBSPOT_TOKEN',
  ),
  provider('Notion token', 'ntn_', 'ntn_[A-Za-z0-9]{40,}', 'live', 'NOTION_TOKEN'),
  provider('Notion token', 'secret_', 'secret_[A-Za-z0-9]{43}', 'live', 'NOTION_TOKEN'),
  provider('Linear API key', 'lin_api_', 'lin_api_[A-Za-z0-9]{40}', 'live', 'LINEAR_API_KEY'),
  provider('npm token', 'npm_', 'npm_[A-Za-z0-9]{36}', 'live', 'NPM_TOKEN'),
  provider('Figma token', 'figd_', 'figd_[A-Za-z0-9_-]{40,}', 'live', 'FIGMA_TOKEN'),
  provider('DigitalOcean token', 'dop_v1_', 'dop_v1_[0-9a-f]{64}', 'live', 'DIGITALOCEAN_TOKEN'),
  provider(
    'Mapbox secret token',
    'sk\\.eyJ',
    'sk\\.eyJ[A-Za-z0-9_-]{20,}\\.[A-Za-z0-9_-]{15,}',
    'live',
    'MAPBOX_SECRET_TOKEN',
  ),
  address(
    'private key',
    'PRIVATE KEY-----',
    '-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?:\\\\n|\\s)*[A-Za-z0-9+/=\\\\\\s]{64,}(?:-----END (?:[A-Z]+ )*PRIVATE KEY-----)?',
    'live',
  ),
  address(
    'Slack webhook address',
    'hooks\\.slack',
    'https://hooks\\.slack\\.com/(?:services|workflows|triggers)/T[A-Z0-9]{6,}/[A-Za-z0-9/]{20,}',
  ),
  address(
    'Discord webhook address',
    '/api/webhooks/',
    'https://(?:[a-z]+\\.)?discord(?:app)?\\.com/api/webhooks/[0-9]{15,20}/[A-Za-z0-9_-]{50,}',
  ),
  address(
    'Zapier webhook address',
    'hooks\\.zapier',
    'https://hooks\\.zapier\\.com/hooks/catch/[0-9]{4,}/[A-Za-z0-9]{5,}',
  ),
  address(
    'Make webhook address',
    'https://hook\\.',
    'https://hook\\.(?:[a-z0-9]+\\.)?(?:make|integromat)\\.com/[a-z0-9]{20,}',
  ),
  address(
    'Teams webhook address',
    'webhook\\.office',
    'https://[a-z0-9-]+\\.webhook\\.office\\.com/webhookb2/[^\\s"\'`]{40,}',
  ),
  address(
    'Google Chat webhook address',
    'chat\\.googleapis',
    'https://chat\\.googleapis\\.com/v1/spaces/[A-Za-z0-9_-]+/messages\\?key=[^\\s"\'`]{40,}',
  ),
  address(
    'Pabbly webhook address',
    'connect\\.pabbly',
    'https://connect\\.pabbly\\.com/workflow/sendwebhookdata/[A-Za-z0-9_=]{20,}',
  ),
];

const hints = new RegExp([...new Set(providers.map(({ hint }) => hint))].join('|'));

/** One pass over a text that tells whether any provider's pattern can match; true for about one file of ten. */
export function mayHoldKey(text: string): boolean {
  return hints.test(text);
}
