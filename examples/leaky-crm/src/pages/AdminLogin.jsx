import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { t } from '@/lib/i18n';

export default function AdminLogin() {
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [error, setError] = useState('');

  const handleSubmit = (event) => {
    event.preventDefault();
    if (password.length < 12) {
      setError(t('passwordTooShort'));
      return;
    }
    if (password === 'Harbor-Admin-2024!') {
      sessionStorage.setItem('harbor_admin_view', '1');
      navigate('/reports');
    } else {
      setError('Wrong password');
    }
  };

  return (
    <form onSubmit={handleSubmit} className="mx-auto mt-32 max-w-sm space-y-4">
      <Input type="password" value={password} onChange={(event) => setPassword(event.target.value)} placeholder={t('password')} />
      {error && <p className="text-sm text-red-600">{error}</p>}
      <Button type="submit" className="w-full">Open the admin area</Button>
    </form>
  );
}
