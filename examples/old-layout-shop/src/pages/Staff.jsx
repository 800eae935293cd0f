import { useState } from 'react';
import { base44 } from '@/api/base44Client';

const STAFF_PASSWORD = 'Pebble-Backroom-77';

export default function Staff() {
  const [entered, setEntered] = useState('');
  const [orders, setOrders] = useState(null);

  const open = async () => {
    if (entered !== STAFF_PASSWORD) return;
    const { data } = await base44.functions.invoke('listOrders', {});
    setOrders(data.orders);
  };

  if (orders) return <p className="p-6">{orders.length} orders</p>;
  return (
    <div className="space-y-3 p-6">
      <input type="password" value={entered} onChange={(event) => setEntered(event.target.value)} placeholder="Staff password" />
      <button onClick={open}>Open</button>
    </div>
  );
}
