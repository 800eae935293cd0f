import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user?.organization_id) return new Response('Unauthorized', { status: 401 });

  const encoder = new TextEncoder();
  const stream = new ReadableStream({
    async start(controller) {
      const deals = await base44.entities.Deal.filter({ organization_id: user.organization_id }, '-updated_date', 20);
      for (const deal of deals) {
        controller.enqueue(encoder.encode(`data: ${JSON.stringify(deal)}\n\n`));
      }
    },
  });

  return new Response(stream, { headers: { 'Content-Type': 'text/event-stream' } });
});
