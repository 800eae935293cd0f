const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function removeActivities(client, ids) {
  await client.entities.Activity.deleteMany({ id: { $in: ids } });
}

/** Deletes one deal and tries again when the network is down. */
export async function removeDeal(client, id) {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    try {
      await client.entities.Deal.delete(id);
      return;
    } catch (error) {
      if (attempt === 3) throw error;
      await wait(attempt * 500);
    }
  }
}
