import { useEffect, useState } from 'react';
import { base44 } from '@/api/base44Client';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function deleteWithRetry(id) {
  let tries = 0;
  while (true) {
    try {
      await base44.entities.Coupon.delete(id);
      return;
    } catch (error) {
      tries += 1;
      if (tries > 3) throw error;
      await pause(400);
    }
  }
}

export default function Coupons() {
  const [coupons, setCoupons] = useState([]);

  const load = async () => setCoupons(await base44.entities.Coupon.list('-created_date'));

  useEffect(() => {
    load();
  }, []);

  const removeExpired = async () => {
    const today = new Date().toISOString();
    const expired = coupons.filter((coupon) => coupon.valid_until < today);
    await Promise.all(expired.map((coupon) => base44.entities.Coupon.delete(coupon.id)));
    load();
  };

  return (
    <div className="space-y-3 p-6">
      <button onClick={removeExpired} className="text-sm text-red-700">Remove expired coupons</button>
      {coupons.map((coupon) => (
        <p key={coupon.id} className="flex justify-between text-sm">
          {coupon.code}
          <button onClick={() => deleteWithRetry(coupon.id).then(load)}>Delete</button>
        </p>
      ))}
    </div>
  );
}
