const PORTAL_TOKEN_KEY = 'portal_session_token';
const PORTAL_TAB_KEY = 'portal_last_tab';
const PORTAL_URL = 'https://portal.harbor-crm.test/session';

/** Opens the customer portal for a contact who came with a link. */
export async function openPortal(code) {
  const reply = await fetch(PORTAL_URL, { method: 'POST', body: JSON.stringify({ code }) });
  const { token, name } = await reply.json();
  localStorage.setItem(PORTAL_TOKEN_KEY, token);
  localStorage.setItem(PORTAL_TAB_KEY, 'quotes');
  return name;
}

export async function portalQuotes() {
  const reply = await fetch(`${PORTAL_URL}/quotes`, {
    headers: { Authorization: `Bearer ${localStorage.getItem(PORTAL_TOKEN_KEY)}` },
  });
  return reply.json();
}
