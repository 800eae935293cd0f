import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';

Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user) return new Response('Unauthorized', { status: 401 });

  const { socket, response } = Deno.upgradeWebSocket(req);
  socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', name: user.full_name }));
  socket.onmessage = (event) => socket.send(event.data);
  return response;
});
