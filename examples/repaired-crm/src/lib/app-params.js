const inBrowser = typeof window !== 'undefined';
const store = inBrowser ? window.localStorage : new Map();

function readParam(name, { fallback, strip = false } = {}) {
  if (!inBrowser) return fallback;

  const key = `base44_${name}`;
  const search = new URLSearchParams(window.location.search);
  const fromUrl = search.get(name);
  if (strip && fromUrl) {
    search.delete(name);
    window.history.replaceState({}, '', `${window.location.pathname}?${search}${window.location.hash}`);
  }

  const value = fromUrl || fallback;
  if (value) {
    store.setItem(key, value);
    return value;
  }
  return store.getItem(key);
}

if (inBrowser && readParam('clear_access_token') === 'true') {
  store.removeItem('base44_access_token');
  store.removeItem('token');
}

export const appParams = {
  appId: readParam('app_id', { fallback: import.meta.env.VITE_BASE44_APP_ID }),
  token: readParam('access_token', { strip: true }),
  functionsVersion: readParam('functions_version', { fallback: import.meta.env.VITE_BASE44_FUNCTIONS_VERSION }),
  appBaseUrl: readParam('app_base_url', { fallback: import.meta.env.VITE_BASE44_APP_BASE_URL }),
};
