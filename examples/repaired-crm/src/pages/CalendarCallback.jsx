import { base44 } from '@/api/base44Client';
import { Button } from '@/components/ui/button';

const CALENDAR_CONNECTOR = '68a1c0ffee0ddba11ab1e0ca';

/** The platform's connector asks Google, keeps the tokens and renews them. */
export default function CalendarCallback() {
  const connect = async () => {
    window.location.href = await base44.connectors.connectAppUser(CALENDAR_CONNECTOR);
  };

  return <Button onClick={connect}>Connect your calendar</Button>;
}
