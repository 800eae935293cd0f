import { cn } from '@/lib/utils';

const looks = {
  default: 'bg-slate-900 text-white hover:bg-slate-700',
  outline: 'border border-slate-300 hover:bg-slate-50',
  destructive: 'bg-red-600 text-white hover:bg-red-500',
};

export function Button({ variant = 'default', className, ...props }) {
  return <button className={cn('rounded-md px-3 py-2 text-sm font-medium', looks[variant], className)} {...props} />;
}
