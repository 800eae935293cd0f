/** One read of an entity, by the shapes that exports use and about as often as they do. `client` ends in `.entities`. */
export function read(random, { name, fields, isOwned }, client) {
  const on = `${client}.${name}`;
  const limit = random.pick([50, 100, 100, 200, 500, 500, 1000]);
  const tenant = isOwned ? 'organization_id: user?.organization_id' : `${fields[1]}: 'active'`;
  return random.weighted([
    [21, `${on}.list('-created_date', ${limit})`],
    [9, `${on}.list()`],
    [2, `${on}.list('-created_date')`],
    [36, `${on}.filter({ ${tenant} })`],
    [19, `${on}.filter({ ${tenant}, ${fields[0]}: 'open' }, '-created_date', ${limit})`],
    [8, `${on}.filter({ created_by: user?.email })`],
    [1, `${on}.filter({})`],
    [4, `${on}.filter(query || {})`],
  ]);
}
