import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { base44 } from '@/api/base44Client';
import { Button } from '@/components/ui/button';

export default function AdminLogin() {
  const navigate = useNavigate();
  const [user, setUser] = useState(null);

  useEffect(() => {
    base44.auth.me().then(setUser).catch(() => setUser(null));
  }, []);

  if (user && user.role !== 'admin') {
    return <p className="mt-32 text-center text-sm text-slate-500">Ask an administrator of your organization.</p>;
  }
  return (
    <div className="mx-auto mt-32 max-w-sm">
      <Button className="w-full" onClick={() => (user ? navigate('/reports') : base44.auth.redirectToLogin('/admin'))}>
        Open the admin area
      </Button>
    </div>
  );
}
