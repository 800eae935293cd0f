import type { ExitGroupId } from './group-ids.js';
import type { ExitGroup } from './group.js';
import { ownGroups } from './own-groups.js';
import { serviceGroups } from './service-groups.js';

/** What takes the place of each thing that the platform provides. */
export const exitGroups: Readonly<{ [Id in ExitGroupId]: ExitGroup & { readonly id: Id } }> = {
  ...ownGroups,
  ...serviceGroups,
};
