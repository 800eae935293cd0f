import { useState } from 'react';

const timeouts = new Map();
const listeners = new Set();

export function dismissAll(ids) {
  for (const id of ids) {
    clearTimeout(timeouts.get(id));
    timeouts.delete(id);
  }
  listeners.forEach((listener) => listener([]));
}

export function toast(message) {
  const id = crypto.randomUUID();
  timeouts.set(id, setTimeout(() => dismissAll([id]), 4000));
  listeners.forEach((listener) => listener([{ id, message }]));
}

export function useToast() {
  const [toasts, setToasts] = useState([]);
  listeners.add(setToasts);
  return { toasts, close: () => listeners.delete(setToasts) };
}
