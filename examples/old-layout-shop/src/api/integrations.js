import { base44 } from './base44Client';

export const Core = base44.integrations.Core;

export const SendEmail = base44.integrations.Core.SendEmail;

export const UploadFile = base44.integrations.Core.UploadFile;
