import { useEffect, useState } from 'react';
import { base44 } from '@/api/base44Client';

export default function Customers() {
  const [customers, setCustomers] = useState([]);

  useEffect(() => {
    base44.entities.Customer.list().then(setCustomers);
  }, []);

  return (
    <ul>
      {customers.map((customer) => (
        <li key={customer.id}>{customer.full_name}</li>
      ))}
    </ul>
  );
}
