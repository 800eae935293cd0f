import { useState } from 'react';
import { Link } from 'react-router-dom';
import { User } from '@/api/entities';

const BANNER_KEY = 'pebble_shop_banner_closed_2025';

export default function Layout({ children }) {
  const [closed, setClosed] = useState(() => localStorage.getItem(BANNER_KEY) === 'yes');

  const close = () => {
    localStorage.setItem(BANNER_KEY, 'yes');
    setClosed(true);
  };

  return (
    <div className="min-h-screen bg-stone-50">
      {!closed && <p className="bg-amber-200 p-2 text-center text-sm">Free shipping this week <button onClick={close}>×</button></p>}
      <nav className="flex gap-6 p-4 text-sm">
        <Link to="/Catalog">Catalog</Link>
        <Link to="/Cart">Cart</Link>
        <Link to="/Orders">My orders</Link>
        <button onClick={() => User.logout()}>Sign out</button>
      </nav>
      {children}
    </div>
  );
}
