import type { App } from '@base44-lint/model';

/** The sure tenant key that an entity carries, if any. */
export function tenantFieldOf(app: App, name: string | null): string | null {
  const entity = name === null ? undefined : app.entities[name];
  const key = app.tenants.find(
    ({ field, confidence }) => confidence !== 'possible' && entity?.fields.some((one) => one.name === field),
  );
  return key?.field ?? null;
}
