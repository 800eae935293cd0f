import { useState } from 'react';
import { Link, Outlet } from 'react-router-dom';
import WonBanner from '@/components/deals/WonBanner';
import NotificationBell from '@/components/notifications/NotificationBell';
import QuickSearch from '@/components/search/QuickSearch';
import TaskInbox from '@/components/tasks/TaskInbox';
import { cn, createPageUrl } from '@/lib/utils';

const SIDEBAR_STATE_KEY = 'harbor_crm_sidebar_collapsed_v2';
const PAGES = ['Dashboard', 'Contacts', 'Deals', 'Tasks', 'Activities', 'Invoices', 'Reports', 'Inbox', 'MyTasks', 'Quotes', 'Team', 'Billing', 'Integrations'];

export default function Layout() {
  const [collapsed, setCollapsed] = useState(localStorage.getItem(SIDEBAR_STATE_KEY) === '1');

  const toggle = () => {
    localStorage.setItem(SIDEBAR_STATE_KEY, collapsed ? '0' : '1');
    setCollapsed(!collapsed);
  };

  return (
    <div className="flex min-h-screen bg-white">
      <aside className={cn('border-r border-slate-200 p-4', collapsed ? 'w-16' : 'w-56')}>
        <button onClick={toggle} className="mb-6 text-sm font-bold">{collapsed ? 'H' : 'Harbor CRM'}</button>
        {!collapsed && PAGES.map((page) => (
          <Link key={page} to={createPageUrl(page)} className="block rounded-md px-2 py-1 text-sm hover:bg-slate-100">{page}</Link>
        ))}
        {!collapsed && <TaskInbox />}
      </aside>
      <main className="flex-1 p-8">
        <div className="flex justify-end gap-4"><QuickSearch /><NotificationBell /></div>
        <WonBanner />
        <Outlet />
      </main>
    </div>
  );
}
