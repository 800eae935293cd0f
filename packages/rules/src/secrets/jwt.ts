/** A JSON Web Token with its payload, or null where the text is none. */
function payloadOf(token: string): Readonly<Record<string, unknown>> | null {
  const part = token.split('.')[1];
  if (part === undefined) return null;
  try {
    const payload: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

export const jwtPattern = /(?<![\w.-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}(?![\w-])/g;

/** What a token is by the claims in it: `public` for the anonymous keys that browsers are meant to have. */
export function jwtKind(token: string): 'service' | 'public' | 'session' {
  const payload = payloadOf(token);
  if (!payload) return 'public';
  if (payload.role === 'service_role' || payload.role === 'supabase_admin') return 'service';
  if (payload.role === 'anon' || payload.name === 'John Doe') return 'public';
  return 'session';
}
