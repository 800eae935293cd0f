/** Throws unless the caller is an administrator; returns the user otherwise. */
export async function requireAdmin(base44: any) {
  const user = await base44.auth.me();
  if (user?.role !== 'admin') {
    throw new Error('Administrators only.');
  }
  return user;
}
