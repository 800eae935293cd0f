import { base44 } from '@/api/base44Client';

export async function briefFor(deal) {
  const { data } = await base44.functions.invoke('dealBrief', { deal_id: deal.id });
  return data.text;
}
