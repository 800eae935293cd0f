import { Capacitor } from '@capacitor/core';
import { Purchases } from '@revenuecat/purchases-capacitor';
import { base44 } from '@/api/base44Client';
import { Button } from '@/components/ui/button';
import { useTenant } from '@/hooks/useTenant';

export default function Billing() {
  const { user } = useTenant();

  const subscribe = async () => {
    // In the phone app the store sells it.
    if (Capacitor.isNativePlatform()) {
      const { current } = await Purchases.getOfferings();
      await Purchases.purchasePackage({ aPackage: current.availablePackages[0] });
      return;
    }

    const { data } = await base44.functions.invoke('startSubscription', {});
    window.location.href = data.url;
  };

  if (user?.role !== 'admin') return <p>Only for the people who pay.</p>;
  return <Button onClick={subscribe}>Subscribe to the team plan</Button>;
}
