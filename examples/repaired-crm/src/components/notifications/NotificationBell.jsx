import { useEffect, useState } from 'react';
import { Bell } from 'lucide-react';
import { base44 } from '@/api/base44Client';
import { useTenant } from '@/hooks/useTenant';

export default function NotificationBell() {
  const { user } = useTenant();
  const [items, setItems] = useState([]);

  useEffect(() => {
    if (!user) return undefined;
    const load = async () => setItems(await base44.entities.Notification.filter({ user_id: user.id, read: false }));
    load();
    return base44.entities.Notification.subscribe(load);
  }, [user]);

  const clearRead = async () => {
    await base44.entities.Notification.deleteMany({ user_id: user.id, read: true });
  };

  return (
    <button className="relative" onClick={clearRead} aria-label="Notifications">
      <Bell size={18} />
      {items.length > 0 && <span className="absolute -right-2 -top-2 rounded-full bg-red-600 px-1 text-xs text-white">{items.length}</span>}
    </button>
  );
}
