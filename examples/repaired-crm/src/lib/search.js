import { base44 } from '@/api/base44Client';

export const searchContacts = (organizationId, text) =>
  base44.entities.Contact.filter({ organization_id: organizationId, full_name: { $regex: text } }, 'full_name', 20);

export const contactByEmail = async (organizationId, email) =>
  (await base44.entities.Contact.filter({ organization_id: organizationId, email }, '', 1))[0];

export const searchCompanies = (organizationId, company) =>
  base44.entities.Contact.filter({ organization_id: organizationId, company }, 'company', 20);
