import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { base44 } from '@/api/base44Client';

const CLIENT_ID = '407408718192.apps.googleusercontent.com';

/** Google comes back here with a code after somebody has connected a calendar. */
export default function CalendarCallback() {
  const navigate = useNavigate();

  useEffect(() => {
    const connect = async () => {
      const code = new URLSearchParams(window.location.search).get('code');
      const reply = await fetch('https://oauth2.googleapis.com/token', {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: CLIENT_ID,
          redirect_uri: `${window.location.origin}/calendar-callback`,
          code,
        }),
      });
      const tokens = await reply.json();
      await base44.entities.ConnectedAccount.create({
        provider: 'calendar',
        access_token: tokens.access_token,
        refresh_token: tokens.refresh_token,
      });
      navigate('/integrations');
    };
    connect();
  }, [navigate]);

  return <p>Connecting your calendar…</p>;
}
