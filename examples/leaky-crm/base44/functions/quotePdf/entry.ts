import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
import puppeteer from 'npm:puppeteer@22.15.0';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user) return Response.json({ error: 'Unauthorized' }, { status: 401 });

  const { quote_id } = await req.json();
  const quote = await base44.entities.Quote.get(quote_id);

  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  await page.setContent(`<h1>Quote ${quote.number}</h1><p>${quote.amount} EUR</p>`);
  const pdf = await page.pdf({ format: 'A4' });
  await browser.close();

  return new Response(pdf, { headers: { 'Content-Type': 'application/pdf' } });
});
