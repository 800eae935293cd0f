import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
import { PDFDocument } from 'npm:pdf-lib@1.17.1';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const { quote_id } = await req.json();
  const quote = await base44.entities.Quote.get(quote_id);

  const pdf = await PDFDocument.create();
  pdf.addPage().drawText(`Quote ${quote.number}: ${quote.amount} EUR`, { x: 60, y: 760 });

  return new Response(await pdf.save(), { headers: { 'Content-Type': 'application/pdf' } });
});
