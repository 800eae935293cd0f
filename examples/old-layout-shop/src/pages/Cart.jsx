import { useEffect, useState } from 'react';
import { CartItem, User } from '@/api/entities';
import CartRow from '@/components/cart/CartRow';

export default function Cart() {
  const [items, setItems] = useState([]);

  useEffect(() => {
    const load = async () => {
      const user = await User.me();
      setItems(await CartItem.filter({ user_email: user.email }));
    };
    load();
  }, []);

  const removeItem = async (item) => {
    await CartItem.delete(item.id);
    setItems((rows) => rows.filter((row) => row.id !== item.id));
  };

  const clearCart = async () => {
    for (const item of items) {
      await CartItem.delete(item.id);
    }
    setItems([]);
  };

  return (
    <div className="mx-auto max-w-2xl space-y-4 p-6">
      <ul className="space-y-2">
        {items.map((item) => (
          <CartRow key={item.id} item={item} onRemove={() => removeItem(item)} />
        ))}
      </ul>
      <button onClick={clearCart} className="text-sm text-red-700">Empty the cart</button>
    </div>
  );
}
