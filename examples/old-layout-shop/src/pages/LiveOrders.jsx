import { useEffect, useState } from 'react';

export default function LiveOrders() {
  const [count, setCount] = useState(0);

  useEffect(() => {
    const socket = new WebSocket('wss://pebble-shop.base44.app/functions/orderFeed');
    socket.addEventListener('message', () => setCount((value) => value + 1));
    return () => socket.close();
  }, []);

  return <p className="p-6 text-4xl font-bold">{count} new orders</p>;
}
