import { useState } from 'react';
import { base44 } from '@/api/base44Client';

export default function BuyButton({ product }) {
  const [bought, setBought] = useState(false);

  const buy = async () => {
    await base44.functions.invoke('placeOrder', { product_id: product.id });
    setBought(true);
  };

  return <button onClick={buy} disabled={bought} className="rounded-md bg-slate-900 px-3 py-1 text-sm text-white">Buy</button>;
}
