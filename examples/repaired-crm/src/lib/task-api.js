import { base44 } from '@/api/base44Client';

// Task templates live in a function, not in an entity.
export const TaskTemplateAPI = {
  list: () => base44.functions.invoke('taskTemplates', { part: 'templates' }),
  delete: (id) => base44.functions.invoke('taskTemplates', { part: 'templates', remove: id }),
};
