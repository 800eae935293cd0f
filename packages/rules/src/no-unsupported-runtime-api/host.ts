/**
 * What backend functions can rely on. The documentation calls the host Deno; the platform's own command line runs
 * functions on a host of the Workers kind whose `Deno` has `serve` and `env` only (platform facts, faq-js-only-backend).
 * A function runs for five minutes at most, in an isolate without a disk of its own.
 */
export interface Lack {
  /** Clause that follows the name. */
  readonly why: string;
  readonly instead: string;
  /** No host of this kind has it; otherwise only some lack it. */
  readonly sure: boolean;
}

/** Sockets are the subject of no-websocket; the rest is what every host offers. */
const offered = new Set(['serve', 'env', 'test', 'upgradeWebSocket', 'serveHttp']);

const files =
  /^(?:read|write|open(?!Kv)|create(?!Http)|mkdir|remove(?!Signal)|rename|copy|stat|lstat|chmod|chown|truncate|link|symlink|utime|makeTemp|realPath|watchFs|chdir|cwd|fs|ftruncate)/i;
const processes = /^(?:run|Command|spawn|kill|exit|execPath|(?:add|remove)SignalListener|ppid|pid|uid|gid)/;
const network = /^(?:listen|connect|startTls|resolveDns|openKv|cron|dlopen|createHttpClient|umask)/;

const noDisk: Lack = {
  why: 'needs a file system, which backend functions do not have',
  instead:
    'Keep data in an entity or upload it (`UploadPrivateFile`), and ship fixed texts as modules that are imported.',
  sure: true,
};
const noProcess: Lack = {
  why: 'starts or ends a process, which backend functions cannot',
  instead: 'Call a service of your own that does this work, or end the request with a `Response`.',
  sure: true,
};

/** Why a member of `Deno` cannot be relied on; null for what every host offers. */
export function denoMember(member: string): Lack | null {
  if (offered.has(member)) return null;
  if (files.test(member)) return noDisk;
  if (processes.test(member)) return noProcess;
  const isNetwork = network.test(member);
  return {
    why: isNetwork
      ? 'goes past HTTP, which is all that the host of backend functions is documented for'
      : 'is not among what the host of backend functions is documented to offer (`Deno.serve` and `Deno.env`)',
    instead: isNetwork
      ? 'Use `fetch` with a service that answers over HTTP, and a workflow or automation in place of a schedule in code.'
      : 'Use what the web platform has instead, and try it on the deployed function.',
    sure: false,
  };
}

const builtIn = /^(?:node:)?(fs|fs\/promises|child_process|worker_threads|cluster|net|tls|dgram|repl|inspector|v8|vm)$/;
const browsers = /^(?:puppeteer|puppeteer-core|playwright|playwright-core|selenium-webdriver|@puppeteer\/.*)$/;
const native =
  /^(?:sharp|canvas|bcrypt|sqlite3|better-sqlite3|robotjs|node-gyp|argon2|@tensorflow\/tfjs-node|onnxruntime-node|@imgly\/background-removal-node|ffmpeg-static|fluent-ffmpeg)$/;
const browserOnly = /^(?:html2canvas|html2pdf\.js|dom-to-image|react-dom|fabric|print-js|file-saver)$/;

/** Why an imported module cannot work in a backend function; null for every other module. */
export function unsupportedModule(from: string): (Lack & { readonly name: string }) | null {
  const inner = builtIn.exec(from)?.[1];
  if (inner !== undefined) {
    const lack = /^fs/.test(inner)
      ? noDisk
      : /^(?:child_process|worker_threads|cluster)$/.test(inner)
        ? noProcess
        : null;
    return { name: from, ...(lack ?? { ...denoMember('connect')!, sure: false }) };
  }
  const name = packageName(from);
  if (name === null) return null;
  if (browsers.test(name))
    return {
      name,
      why: 'drives a browser program, which backend functions cannot start',
      instead:
        'Use a rendering service over HTTP, or make the PDF or picture with a library that draws by itself, such as `npm:pdf-lib`.',
      sure: true,
    };
  if (native.test(name))
    return {
      name,
      why: 'is built on native code, which backend functions cannot load',
      instead:
        'Use a library in plain JavaScript or WebAssembly (`npm:bcryptjs`, `npm:jimp`, `npm:@resvg/resvg-wasm`), or a service over HTTP.',
      sure: true,
    };
  if (browserOnly.test(name))
    return {
      name,
      why: 'draws with the page of a browser, which backend functions do not have',
      instead: 'Do this in the browser, or use a library that draws by itself, such as `npm:pdf-lib`.',
      sure: true,
    };
  return null;
}

/** `sharp` of `npm:sharp@0.33`, `https://esm.sh/sharp@0.33`; null for modules of the app. */
export function packageName(from: string): string | null {
  const rest =
    /^(?:npm:\/{0,2}|jsr:\/{0,2}|https?:\/\/(?:esm\.sh|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|unpkg\.com)\/)(.+)$/.exec(
      from,
    )?.[1] ?? from;
  if (/^[./~#]|^@\/|^https?:|^node:/.test(rest)) return null;
  const [scope = '', name = ''] = rest.split('/');
  const bare = (text: string) => text.slice(0, 1) + text.slice(1).split('@', 1).join('');
  return scope.startsWith('@') ? `${scope}/${bare(name)}` : bare(scope);
}
