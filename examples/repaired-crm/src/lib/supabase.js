import { createClient } from '@supabase/supabase-js';

// The warehouse holds public price lists; the anon token is made for browsers.
export const warehouse = createClient(
  'https://harbor-demo.supabase.co',
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyb2xlIjoiYW5vbiIsInJlZiI6ImhhcmJvci1kZW1vIiwiaWF0IjoxNzAwMDAwMDAwLCJleHAiOjIwMDAwMDAwMDB9.made-up-signature-that-verifies-nothing-0000',
);

export const STRIPE_PUBLISHABLE_KEY = 'pk_test_harbordemo0000000000';

export async function clearPriceDrafts(ids) {
  for (const id of ids) {
    await warehouse.from('price_drafts').delete().eq('id', id);
  }
}

export function watchPrices(onChange) {
  const channel = warehouse.channel('prices').on('postgres_changes', { event: '*', schema: 'public' }, onChange);
  channel.subscribe();
  return () => warehouse.removeChannel(channel);
}
