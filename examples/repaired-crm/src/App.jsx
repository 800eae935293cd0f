import { QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter, Route, Routes } from 'react-router-dom';
import { queryClient } from '@/lib/query-client';
import Layout from '@/Layout';
import Activities from '@/pages/Activities';
import AdminLogin from '@/pages/AdminLogin';
import Billing from '@/pages/Billing';
import CalendarCallback from '@/pages/CalendarCallback';
import Contacts from '@/pages/Contacts';
import Dashboard from '@/pages/Dashboard';
import Deals from '@/pages/Deals';
import Inbox from '@/pages/Inbox';
import Integrations from '@/pages/Integrations';
import Invoices from '@/pages/Invoices';
import LiveBoard from '@/pages/LiveBoard';
import MyTasks from '@/pages/MyTasks';
import Quotes from '@/pages/Quotes';
import Reports from '@/pages/Reports';
import Tasks from '@/pages/Tasks';
import Team from '@/pages/Team';

export default function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter>
        <Routes>
          <Route path="/admin" element={<AdminLogin />} />
          <Route element={<Layout />}>
            <Route path="/" element={<Dashboard />} />
            <Route path="/dashboard" element={<Dashboard />} />
            <Route path="/contacts" element={<Contacts />} />
            <Route path="/deals" element={<Deals />} />
            <Route path="/live" element={<LiveBoard />} />
            <Route path="/tasks" element={<Tasks />} />
            <Route path="/activities" element={<Activities />} />
            <Route path="/invoices" element={<Invoices />} />
            <Route path="/reports" element={<Reports />} />
            <Route path="/integrations" element={<Integrations />} />
            <Route path="/inbox" element={<Inbox />} />
            <Route path="/mytasks" element={<MyTasks />} />
            <Route path="/quotes" element={<Quotes />} />
            <Route path="/team" element={<Team />} />
            <Route path="/billing" element={<Billing />} />
            <Route path="/calendar-callback" element={<CalendarCallback />} />
          </Route>
        </Routes>
      </BrowserRouter>
    </QueryClientProvider>
  );
}
