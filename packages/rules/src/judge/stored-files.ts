import type { FileView, Place, SdkCall } from '@base44-lint/model';

/** Addresses of the platform's file storage, as uploads return them. */
const platformFile =
  /^https:\/\/(?:media\.base44\.com\/|[\w-]+\.supabase\.co\/storage\/v1\/object\/(?:public|sign)\/base44-prod\/|(?:app\.)?base44\.(?:app|com)\/api\/apps\/\w+\/files\/)/;
const upload = /^integrations\.Core\.Upload(?:Private)?File$/;

/** Places of the app's code that name a file on the platform's storage. */
export function storedFilesIn({ file, zone, strings }: FileView): readonly Place[] {
  if (zone === 'other') return [];
  return strings.filter(({ value }) => platformFile.test(value)).map(({ start, end }) => ({ file, start, end }));
}

/** Places of the app's code that store a file on the platform. */
export function uploadsIn({ zone, sdkCalls }: FileView): readonly Place[] {
  if (zone === 'other') return [];
  return sdkCalls.filter(isUpload).map(({ file, span }) => ({ file, ...span }));
}

function isUpload({ member, origin }: SdkCall): boolean {
  return upload.test(member) && origin !== 'shim';
}
