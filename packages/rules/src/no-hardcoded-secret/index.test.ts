import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { jwt, noise, providerKeys } from '../testing/secrets.js';
import { rule } from './index.js';

const browser = (code: string): Sample => ({ file: 'src/lib/client.js', code });
const backend = (code: string): Sample => ({ file: 'base44/functions/send/entry.ts', code });
const text = (file: string, code: string): Sample => ({ file, code });
const hex = noise(32, 'hex');

describe('keys known by their format', () => {
  test.each(Object.entries(providerKeys()))('%s', (label, key) => {
    const [finding, ...others] = run(rule, backend(`const config = { value: '${key}' };`));
    expect(finding).toMatchObject({
      severity: 'high',
      confidence: 'certain',
      secret: key,
    });
    expect(finding!.message).toContain(label);
    expect(others).toEqual([]);
  });

  test('stand critical in browser code, low in tests, one step lower in a comment', () => {
    const key = providerKeys()['OpenAI API key']!;
    expect(run(rule, browser(`const a = '${key}';`))).toMatchObject([{ severity: 'critical' }]);
    expect(run(rule, browser(`// const a = '${key}';\nconst a = 1;`))).toMatchObject([{ severity: 'high' }]);
    expect(run(rule, { file: 'src/lib/client.test.js', code: `const a = '${key}';` })).toMatchObject([
      { severity: 'low' },
    ]);
    expect(run(rule, { file: 'scripts/seed.js', code: `const a = '${key}';` })).toMatchObject([{ severity: 'high' }]);
  });

  test('the password of a connection address is marked alone', () => {
    const code = "const url = 'postgres://app:Tr0ub4dor@db.prod.internal.net:5432/app';";
    const [finding] = run(rule, backend(code));
    expect(code.slice(finding!.span.start, finding!.span.end)).toBe('Tr0ub4dor');
  });

  test('a key in the query of an address is found in a template too', () => {
    expect(run(rule, backend(`fetch(\`https://api.geo.net/v1?q=\${city}&apikey=${hex}\`);`))).toMatchObject([
      { secret: hex },
    ]);
  });
});

describe('Google API keys', () => {
  const key = `AIza${noise(34)}1`;
  test.each([
    ['alone in browser code', browser(`const googleKey = '${key}';`), 'medium'],
    ['with Gemini', browser(`const url = 'https://generativelanguage.googleapis.com/v1?key=${key}';`), 'critical'],
    ['with Maps', browser(`const url = 'https://maps.googleapis.com/maps/api/js?key=${key}';`), 'low'],
  ])('%s', (_, sample, severity) => expect(run(rule, sample)).toMatchObject([{ severity }]));

  test("in Firebase's web config is public", () => {
    expectClean(
      rule,
      browser(`initializeApp({ apiKey: '${key}', authDomain: 'shop.firebaseapp.com', projectId: 'shop' });`),
    );
  });
});

describe('passwords and codes that are compared', () => {
  test('in browser code', () => {
    expect(squiggled(rule, browser("export const isAdmin = (form) => form.password === 'letmein1';")))
      .toMatchInlineSnapshot(`
      "  1 | export const isAdmin = (form) => form.password === 'letmein1';
          |                                                    ^~~~~~~~~~ [1]

      [1] critical/certain Everyone who opens the app can read this password (***) in the code and pass the check.
          advice: Check identity and role in a backend function with \`auth.me()\`, and change the value wherever it is used, because the history keeps it."
    `);
  });

  test('through a constant', () => {
    const code = "const ADMIN_PASSWORD = 'letmein1';\nexport const ok = (input) => input === ADMIN_PASSWORD;";
    expect(run(rule, browser(code))).toMatchObject([{ severity: 'critical', secret: 'letmein1', suggestions: [] }]);
  });

  test.each([
    ['a PIN', browser("const ok = pin === '4711';")],
    ['a header', backend("if (req.headers.get('x-cron-secret') !== 'nightly77') deny();")],
    ['a body field', backend("if (body.secret !== 'nightly-run') deny();")],
    ['an access code', browser("if (accessCode === 'VIP2024') open();")],
    ['another side first', browser("if ('letmein1' === passwordInput) open();")],
  ])('%s', (_, sample) => expect(run(rule, sample)).toHaveLength(1));

  test.each([
    ['names of fields', "if (field === 'password') show(); if (type === 'password') hide();"],
    ['states', "if (passwordStrength === 'strong1') ok(); if (password === 'weak') warn();"],
    ['an empty value', "if (password === '') warn();"],
    ['events', "if (event.key === 'Enter') go(); if (key === 'ArrowDown1') down();"],
    ['token types', "if (token_type === 'bearer') go(); if (tokenType === 'access1token2long') go();"],
    ['status codes', "if (error.code === 'auth/wrong-password1') warn(); if (code === 'PGRST116') none();"],
    ['i18n keys', "const KEY = 'auth.password1'; t(KEY); if (label === KEY) x();"],
  ])('not %s', (_, code) => expectClean(rule, browser(code)));
});

describe('passwords and PINs that are preset', () => {
  const likely = (severity: string) => [{ severity, confidence: 'likely' }];

  test.each([
    ['a variable that is set again', "let right = '4711';\nif (row) right = row.pin;\nif (pin !== right) deny();", 0],
    ['a compared variable', "let rightPin = '4711';\nif (row) rightPin = row.pin;\nif (input !== rightPin) deny();", 1],
    ['a compared fallback', "if (pinInput !== (station.admin_pin || '4711')) deny();", 1],
    ['a fallback', "const code = settings?.admin_pin ?? '4711';", 1],
    ['a fallback by key', "const code = settings['adminPassword'] || 'Winter!2024';", 1],
    ['a state', "const [pin, setPin] = useState('4711');", 1],
    ['a default', "function check(input, adminPin = '4711') { return input === adminPin; }", 1],
  ])('%s is high and likely in browser code', (_, code, count) => {
    expect(run(rule, browser(code))).toMatchObject(count === 0 ? [] : likely('high'));
  });

  test.each([
    ['a PIN of a user', browser("export const users = [{ name: 'Ann', pin: '4711' }];"), likely('high')],
    ['a simple PIN of a user', browser("export const users = [{ role: 'admin', pin: '1111' }];"), likely('high')],
    ['an access code', browser("export const config = { access_code: '471122' };"), likely('high')],
    ['a hashed password', backend("const hash = await hashPassword('Winter!2024');"), likely('high')],
    ['bcrypt', backend("await bcrypt.hash('Winter!2024', 10);"), likely('high')],
    ['a server of its own', { file: 'server/src/a.js', code: "hashPassword('Winter!2024');" }, likely('low')],
    [
      'sample data',
      { file: 'base44/functions/createSampleData/entry.ts', code: "const a = { portal_pin: '471122' };" },
      likely('low'),
    ],
    ['a seed', { file: 'base44/functions/seedUsers/entry.ts', code: "hashPassword('Winter!2024');" }, likely('low')],
  ])('%s', (_, sample, expected) => expect(run(rule, sample)).toMatchObject(expected));

  test.each([
    ['a mask', '<input placeholder={settings.pin || "0000"} /> ; const f = { pin: "0000" };'],
    ['an attribute', '<PinInput pin="1234" />'],
    ['an empty form', "const [pin, setPin] = useState(''); const form = { pin: '' };"],
    ['a text', "const label = t.password || 'Passwort'; const other = t.password || 'Enter password1';"],
    ['a postal code', "const home = { city: 'Pune', pin: '411001' }; const pinCode = '411001';"],
    ['a year and a length', "const config = { code: '2024', pin_length: '4711' };"],
    ['a hash of something else', "await hash('Winter!2024'); checkPassword(input, 'Winter!2024x');"],
  ])('not %s', (_, code) => expectClean(rule, { file: 'src/pages/A.jsx', code }));
});

describe("a key of Base44's own API in browser code", () => {
  const sdk = "import { createClient } from '@base44/sdk';\n";
  test.each([
    ['in headers', `${sdk}createClient({ appId: 'a', headers: { api_key: '${hex}' } });`],
    ['through a constant', `${sdk}const KEY = '${hex}';\ncreateClient({ appId: 'a', headers: { 'api_key': KEY } });`],
    [
      'through a constant of that name',
      `${sdk}const API_KEY = '${hex}';\ncreateClient({ headers: { "api_key": API_KEY } });`,
    ],
    ['as an option', `${sdk}createClient({ appId: 'a', apiKey: '${hex}' });`],
  ])('%s is critical', (_, code) => {
    const [finding, ...others] = run(rule, browser(code));
    expect(finding).toMatchObject({ severity: 'critical', secret: hex });
    expect(finding!.message).toContain('Base44 API key');
    expect(finding!.advice).toContain('backend function');
    expect(others).toEqual([]);
  });

  test('another client is no such thing', () => {
    const code = `import { createClient } from 'other';\ncreateClient({ headers: { api_key: '${hex}' } });`;
    expect(run(rule, browser(code))[0]!.message).not.toContain('Base44');
  });
});

describe('secrets known by name and look', () => {
  test('in a backend function, with a suggestion', () => {
    const code = "const WEATHER_API_KEY = '9f4c1e7ab3d86205c7e91f4ab26d3850';";
    expect(squiggled(rule, backend(code))).toMatchInlineSnapshot(`
      "  1 | const WEATHER_API_KEY = '9f4c1e7ab3d86205c7e91f4ab26d3850';
          |                         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/likely Everyone who can read this repository can read and use this API key (***).
          advice: Replace the value at its provider, keep the new one in the app's secrets (dashboard or \`base44 secrets set\`), and read it with \`Deno.env.get('WEATHER_API_KEY')\`.
          suggestion: Read WEATHER_API_KEY from the app's secrets
              1 | const WEATHER_API_KEY = Deno.env.get('WEATHER_API_KEY');"
    `);
  });

  test('in a bearer header, with a suggestion that keeps the scheme', () => {
    const [finding] = run(rule, backend(`fetch(url, { headers: { Authorization: 'Bearer ${noise(40)}' } });`));
    expect(finding!.suggestions[0]!.edits[0]!.text).toBe("`Bearer ${Deno.env.get('API_TOKEN')}`");
  });

  test.each<[string, Sample, string | undefined]>([
    ['a constant', backend(`const WEATHER_API_KEY = "${hex}";`), "Deno.env.get('WEATHER_API_KEY')"],
    ['a property', backend(`const weather = { apiKey: '${hex}' };`), "Deno.env.get('API_KEY')"],
    ['an argument', backend(`client.setApiKey('${hex}');`), "Deno.env.get('API_KEY')"],
    ['browser code, which has no secrets', browser(`const WEATHER_API_KEY = '${hex}';`), undefined],
    ['a value in a longer text', backend(`const WEATHER_API_URL = 'https://a.example/v1?api_key=${hex}';`), undefined],
    ['a comparison', backend(`if (body.api_key !== '${hex}') throw new Error();`), undefined],
    ['a scheme with more words', backend(`fetch(u, { headers: { Authorization: 'Bearer of ${hex}' } });`), undefined],
  ])('the suggestion for %s', (_, sample, replacement) => {
    const texts = run(rule, sample).flatMap(({ suggestions }) => suggestions.map(({ edits }) => edits[0]?.text));
    expect(texts).toEqual(replacement === undefined ? [] : [replacement]);
  });

  test("Base44's own REST key is named", () => {
    const code = `fetch('https://app.base44.com/api/apps/6650f1c2a9b3d4e5f6071829/entities/Order', { headers: { api_key: '${hex}' } });`;
    expect(run(rule, backend(code))[0]!.message).toContain('Base44 API key');
  });

  test.each([
    ['headers.set', backend(`headers.set('x-api-key', '${hex}');`)],
    ['a setter', browser(`client.setApiKey('${hex}');`)],
    [
      'basic auth',
      backend(
        `fetch(u, { headers: { Authorization: 'Basic ${Buffer.from('app:Tr0ub4dor&3').toString('base64')}' } });`,
      ),
    ],
    ['a fallback', backend("const secret = Deno.env.get('CRON_SECRET') ?? 'nightly77';")],
    ['a Vite fallback', browser(`const key = import.meta.env.VITE_GEO_API_KEY || '${hex}';`)],
    ['a chosen password', backend("const smtp = { user: 'app', password: 'Tr0ub4dor&3' };")],
  ])('%s', (_, sample) => expect(run(rule, sample)).toHaveLength(1));

  test('a fallback has no suggestion, because a missing variable would equal a missing input', () => {
    const [finding] = run(rule, backend("const secret = Deno.env.get('CRON_SECRET') || 'nightly77';"));
    expect(finding).toMatchObject({ severity: 'medium', suggestions: [] });
  });

  test("the word of a webhook's set-up is low", () => {
    const code = "const token = url.searchParams.get('hub.verify_token');\nif (token === 'leads_2024_go') ok();";
    expect(run(rule, backend(code))).toMatchObject([{ severity: 'low' }]);
  });

  test('demo credentials are low', () => {
    const code = "const demoAccount = { email: 'demo@shop.app', password: 'demo1234' };";
    expect(run(rule, browser(code))).toMatchObject([{ severity: 'low' }]);
  });
});

describe("values that only start like a provider's key", () => {
  test.each([
    ['a Google key that is too short', `const GEMINI_API_KEY = 'AIza${noise(31)}';`],
    ['a doubled prefix', `const STRIPE_SECRET = 'sk_live_sk_live_${noise(24)}';`],
    ['a doubled Google prefix', `const mapsApiKey = 'AIzaAIza${noise(35)}';`],
  ])('%s is found by its name', (_, code) => expect(run(rule, backend(code))).toHaveLength(1));

  test('in Firebase config it is as public as a whole one', () => {
    const code = `initializeApp({ apiKey: 'AIza${noise(31)}', authDomain: 'shop.firebaseapp.com' });`;
    expectClean(rule, browser(code));
  });
});

describe('look-alikes stay silent', () => {
  const publicJwt = jwt({ iss: 'supabase', role: 'anon' });
  test.each([
    ['a Supabase anon key', `const SUPABASE_KEY = '${publicJwt}';`],
    [
      'an anon key in headers',
      `fetch(u, { headers: { apikey: '${publicJwt}', Authorization: 'Bearer ${publicJwt}' } });`,
    ],
    ['an embed key', `<script data-key="${hex}" />;`],
    ['a price id', `const priceKey = 'price_1${noise(23)}';`],
    ['a publishable key', `const key = 'pk_live_${noise(24)}'; const other = 'sb_publishable_${noise(24)}';`],
    ['a publishable key of another service', `analytics.init({ projectKey: 'hck_pk_${noise(32)}' });`],
    ['an app id and record ids', "const appId = '6650f1c2a9b3d4e5f6071829'; const key = '6650f1c2a9b3d4e5f6071829';"],
    ['a UUID', "const token = '0b9d3c4e-5f60-4718-a293-b4c5d6e7f809';"],
    [
      'storage and query keys',
      "const STORAGE_KEY = 'dashboard_filters_2024_v2'; const queryKey = 'orders-by-customer-2024';",
    ],
    ['words in camel case', "const CACHE_KEY = 'notificationSettings2024DashboardV2';"],
    [
      'placeholders',
      "const apiKey = 'sk-your-key-here-000000000000000000000'; const token = '<token>'; const a = 'sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';",
    ],
    ['an input placeholder', '<input name="apiKey" placeholder="sk-..." autoComplete="new-password1" />;'],
    ['an integrity hash', `const integrity = 'sha384-${noise(64)}'; const key = 'sha256-${noise(43)}';`],
    [
      'an alphabet',
      "const tokenAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; const KEY = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';",
    ],
    [
      'i18n texts',
      "const de = { password: 'Passwort1', newPassword: 'Neues Passwort!', token: 'Token' };".replace(
        "'Passwort1'",
        "'Passwort'",
      ),
    ],
    ['class strings', "const cls = { token: 'text-sm1 font-medium2 rounded-lg3' };"],
    ['a data address', `const img = 'data:image/png;base64,${noise(400)}AKIAABCDEFGHIJKLMNOP';`],
    ['a media address', "const src = 'https://cdn.net/o/a.png?alt=media&token=0b9d3c4e-5f60-4718-a293-b4c5d6e7f809';"],
    ['a reCAPTCHA site key', `const RECAPTCHA_SITE_KEY = '6Lc${noise(37)}';`],
    ['a Sentry address', `init({ dsn: 'https://${hex}@o1.ingest.sentry.io/1' });`],
    ['a VAPID public key', `const VAPID_PUBLIC_KEY = 'B${noise(86)}';`],
    ['a local database', "const url = 'postgres://app:Tr0ub4dor@localhost:5432/app';"],
    ['an environment variable', "const key = Deno.env.get('OPENAI_API_KEY') || '';"],
    ['names of variables', "const required = { secret: 'STRIPE_SECRET_KEY_2', token: 'SLACK_BOT_TOKEN_V2' };"],
  ])('%s', (_, code) => expectClean(rule, { file: 'src/lib/client.jsx', code }));
});

describe('files that are no code', () => {
  test('a committed .env: real values only, and worse where Vite publishes them', () => {
    const code = `# keys\nVITE_MAILER_API_KEY=${hex}\nCRON_SECRET="nightly-77x"\nOTHER_KEY=your-key\nVITE_SUPABASE_ANON_KEY=${hex}\nPORT=3000\n`;
    expect(squiggled(rule, text('.env', code))).toMatchInlineSnapshot(`
      "  2 | VITE_MAILER_API_KEY=c2e6745bd8b32c5de658408fc9ac842c
          |                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]
        3 | CRON_SECRET="nightly-77x"
          |              ^~~~~~~~~~~ [2]

      [1] high/likely Everyone who opens the app can read and use this value of VITE_MAILER_API_KEY (***).
          advice: Replace the value at its provider, keep the new one in the app's secrets (dashboard or \`base44 secrets set\`), and call the service from a backend function that reads it with \`Deno.env.get('MAILER_API_KEY')\`.
      [2] high/likely Everyone who can read this repository can read and use this value of CRON_SECRET (***).
          advice: Replace the value at its provider, keep the new one in the app's secrets (dashboard or \`base44 secrets set\`), and add this file to .gitignore."
    `);
  });

  test('.env.example with placeholders is clean', () => {
    expectClean(rule, text('.env.example', 'OPENAI_API_KEY=sk-...\nADMIN_PASSWORD=changeme\nJWT_SECRET=\n'));
  });

  test('the arguments of a workflow', () => {
    const code = '{\n  // nightly\n  "args": { "job_key": "nightly-77x", "key": "status", "note": "a b" }\n}';
    expect(run(rule, text('base44/workflows/Nightly.jsonc', code))).toMatchObject([
      { severity: 'high', secret: 'nightly-77x' },
    ]);
  });

  test('an entity schema with a token field is clean', () => {
    expectClean(
      rule,
      text(
        'base44/entities/Invite.jsonc',
        '{ "properties": { "token": { "type": "string", "default": "abc12345678" } } }',
      ),
    );
  });

  const live = providerKeys()['live payment secret key']!;
  const pem = `-----BEGIN RSA PRIVATE KEY-----\n${`    ${noise(64)}\n`.repeat(4)}    -----END RSA PRIVATE KEY-----`;
  test.each([
    ['a compose file', 'docker-compose.yml', `environment:\n  - API_KEY=${live}`, 'high'],
    ['a private key in YAML', 'deploy/app.yaml', `key: |\n    ${pem}`, 'high'],
    ['a named value in YAML', 'deploy/app.yaml', 'db:\n  password: Winter!2024', 'low'],
    ['a property', 'android/gradle.properties', 'RELEASE_STORE_PASSWORD=Winter!2024', 'low'],
    ['a Gradle file', 'android/app/build.gradle', "storePassword 'x'\nkeyPassword = 'Winter!2024'", 'low'],
    ['TOML', 'fly.toml', `[env]\nMAILER_API_KEY = "${hex}"`, 'high'],
    ['a report among the sources', 'src/REPORT.md', `Key: ${live}`, 'high'],
    ['Python', 'tools/sync.py', `API_KEY = "${hex}"`, 'low'],
    ['a shell script', 'deploy.sh', `export MAILER_TOKEN=${hex}`, 'low'],
    ['prose', 'docs-for-ops.md', `Use the key \`${live}\` here.`, 'high'],
    ['an Android resource', 'android/strings.xml', `<string name="mailer_api_key">${hex}</string>`, 'low'],
    ['a property list', 'ios/Info.plist', `<key>MailerToken</key>\n<string>${hex}</string>`, 'low'],
    ['a page that is served', 'public/embed.html', `<script>const apiKey = '${hex}';</script>`, 'high'],
    ['a page of the app', 'index.html', `<script>const a = '${live}';</script>`, 'critical'],
    ['SQL', 'supabase/seed.sql', `insert into keys values ('${live}');`, 'high'],
  ])('%s', (_, file, code, severity) => expect(run(rule, text(file, code))).toMatchObject([{ severity }]));

  test.each([
    ['placeholders in prose', 'README.md', 'API_KEY=your-key\nOPENAI_API_KEY="sk-..."\ntoken: <your token>'],
    ['a sample', 'config.example.yml', 'password: Winter!2024'],
    ['a variable in YAML', 'app.yaml', 'password: ${DB_PASSWORD_1}\ntoken: "{{ token_1 }}"'],
    ['an expression', 'tools/a.py', 'token = make_token1(user)\npassword = os.environ["PASSWORD_1"]'],
    ['a lock file', 'pnpm-lock.yaml', `integrity_key: ${hex}`],
    ['a resource that is text', 'strings.xml', '<string name="password">Passwort</string>'],
  ])('%s stays silent', (_, file, code) => expectClean(rule, text(file, code)));

  const firebase = `{ "project_info": {}, "client": [{ "client_info": { "mobilesdk_app_id": "1" }, "api_key": [{ "current_key": "AIza${noise(35)}" }] }] }`;
  test.each(['android/app/google-services.json', 'android/app/google-services .json', 'config/firebase-android.json'])(
    "Firebase's mobile configuration is public: %s",
    (file) => expectClean(rule, text(file, firebase)),
  );
  test("Firebase's configuration for iOS too", () => {
    expectClean(rule, text('ios/GoogleService-Info.plist', `<key>API_KEY</key>\n<string>AIza${noise(35)}</string>`));
  });
  test('what is public by its format is not reported by its name', () => {
    expectClean(rule, text('config/web.json', `{ "firebase": { "apiKey": "AIza${noise(35)}" } }`));
    expectClean(rule, text('.env', `SUPABASE_KEY=${jwt({ iss: 'supabase', role: 'anon' })}`));
  });

  test('lock files are not read', () => {
    expectClean(rule, text('package-lock.json', `{ "key": "${hex}" }`));
  });
});

describe('the option ignoreNames', () => {
  test('silences a constant and a variable by name', () => {
    const options = { ignoreNames: ['MAP_TOKEN', 'VITE_MAILER_API_KEY'] };
    expectClean(rule, { ...browser(`const MAP_TOKEN = '${noise(40)}';`), options });
    expectClean(rule, { ...text('.env', `VITE_MAILER_API_KEY=${hex}`), options });
  });
});

describe('no output shows a secret', () => {
  const templates: readonly ((secret: string) => Sample)[] = [
    (secret) => browser(`const API_KEY = '${secret}';`),
    (secret) => backend(`fetch(url, { headers: { Authorization: 'Bearer ${secret}' } });`),
    (secret) => backend(`fetch('https://api.geo.net/v1?apikey=${secret}');`),
    (secret) => browser(`if (form.password === '${secret}') open();`),
    (secret) => backend(`const s = Deno.env.get('CRON_SECRET') || '${secret}';`),
    (secret) => text('.env', `APP_SECRET=${secret}`),
    (secret) => text('base44/workflows/A.jsonc', `{ "api_token": "${secret}" }`),
  ];

  test('neither named nor compared ones (checked by `run` for every finding)', () => {
    let found = 0;
    const secrets = fc
      .tuple(fc.integer({ min: 1 }), fc.integer({ min: 20, max: 60 }))
      .map(([seed, length]) => noise(length, 'base62', seed));
    fc.assert(
      fc.property(secrets, fc.constantFrom(...templates), (secret, template) => {
        found += run(rule, template(secret)).length;
      }),
    );
    expect(found).toBeGreaterThan(80);
  });

  test('nor those of providers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), (seed) => {
        for (const key of Object.values(providerKeys(seed))) run(rule, browser(`const a = '${key}';`));
      }),
      { numRuns: 20 },
    );
  });
});

test('an app in a folder called examples is judged like any other', () => {
  const code = `export const key = 'sk_live_${noise(24)}';`;
  const nested: Sample = { file: 'examples/shop/src/lib/pay.js', code, app: { root: 'examples/shop' } };
  expect(run(rule, nested)).toMatchObject([{ severity: 'critical' }]);
});

test.each([
  ['base44/functions/portalSecurityTests/entry.ts', 0],
  ['functions/runLoginTests.ts', 0],
  ['base44/functions/testLeadHook/entry.ts', 1],
  ['base44/functions/contests/entry.ts', 1],
])('made-up passcodes of functions that test something: %s', (file, count) => {
  const code = "const ok = await verifyPasscode({ adminPassword: 'Winter-2031x' });";
  expect(run(rule, { file, code }).filter(({ severity }) => severity !== 'low')).toHaveLength(count);
});
