import { useQuery } from '@tanstack/react-query';
import { base44 } from '@/api/base44Client';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { t } from '@/lib/i18n';

export default function Integrations() {
  const { data: accounts = [] } = useQuery({
    queryKey: ['connected-accounts'],
    queryFn: () => base44.entities.ConnectedAccount.list('provider'),
  });

  const testHook = () => base44.functions.invoke('testLeadHook', {});

  return (
    <div className="max-w-xl space-y-4">
      {accounts.map((account) => (
        <p key={account.id} className="rounded-lg border px-4 py-2 text-sm">{account.provider}: {account.label}</p>
      ))}
      <Input name="apiKey" placeholder={t('apiKey')} />
      <p className="text-xs text-slate-400">{t('secretHint')}</p>
      <Button variant="outline" onClick={testHook}>Test the lead hook</Button>
    </div>
  );
}
