import { createClient } from '@supabase/supabase-js';

const supabase = createClient('https://pebble-demo.supabase.co', 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyb2xlIjoiYW5vbiIsInJlZiI6ImhhcmJvci1kZW1vIiwiaWF0IjoxNzAwMDAwMDAwLCJleHAiOjIwMDAwMDAwMDB9.made-up-signature-that-verifies-nothing-0000');

export async function clearOldReviews(ids) {
  for (const id of ids) {
    await supabase.from('reviews').delete().eq('id', id);
  }
}

export const loadReviews = () => supabase.from('reviews').select('*');
