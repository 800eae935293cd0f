Deno.serve((req) => {
  if (req.headers.get('upgrade') !== 'websocket') {
    return new Response('Expected a WebSocket', { status: 426 });
  }

  const { socket, response } = Deno.upgradeWebSocket(req);
  socket.onmessage = (event) => socket.send(`seen: ${event.data}`);
  return response;
});
