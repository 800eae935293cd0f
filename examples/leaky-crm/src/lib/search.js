import { base44 } from '@/api/base44Client';

export const searchContacts = (organizationId, text) =>
  base44.entities.Contact.filter({ organization_id: organizationId, full_name: { $contains: text } }, 'full_name', 20);

export const contactByEmail = (organizationId, email) =>
  base44.entities.Contact.findOne({ organization_id: organizationId, email });

export const searchCompanies = (organizationId, name) =>
  base44.entities.Company.filter({ organization_id: organizationId, name }, 'name', 20);
