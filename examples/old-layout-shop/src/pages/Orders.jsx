import { useEffect, useState } from 'react';
import { Order, User } from '@/api/entities';

export default function Orders() {
  const [orders, setOrders] = useState([]);

  useEffect(() => {
    const load = async () => {
      const user = await User.me();
      setOrders(await Order.filter({ customer_email: user.email }, '-created_date', 50));
    };
    load();
  }, []);

  return (
    <ul className="space-y-2 p-6">
      {orders.map((order) => (
        <li key={order.id} className="rounded-lg bg-white px-4 py-3 text-sm">{order.number}: {order.status}</li>
      ))}
    </ul>
  );
}
