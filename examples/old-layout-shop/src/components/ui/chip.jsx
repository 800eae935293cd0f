export function Chip({ active, children, ...props }) {
  return (
    <button className={`rounded-full px-3 py-1 text-xs ${active ? 'bg-stone-900 text-white' : 'bg-white'}`} {...props}>
      {children}
    </button>
  );
}
