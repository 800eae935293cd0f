import { useEffect } from 'react';

export function useLiveCustomers(onChange) {
  useEffect(() => {
    const socket = new WebSocket('wss://sample.base44.app/functions/live');
    socket.onmessage = (event) => onChange(JSON.parse(event.data));
    return () => socket.close();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}
