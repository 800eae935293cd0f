import { Trash2 } from 'lucide-react';

export default function CartRow({ item, onRemove }) {
  return (
    <li className="flex items-center justify-between rounded-lg bg-white px-4 py-3">
      <span className="text-sm">{item.quantity} × {item.title}</span>
      <button onClick={() => onRemove(item)} aria-label="Remove">
        <Trash2 size={16} />
      </button>
    </li>
  );
}
