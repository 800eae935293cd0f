const elements = ['div', 'button', 'section', 'span', 'header', 'li'];
const kinds = ['Button', 'Card', 'Dialog', 'Badge', 'Tabs', 'Sheet', 'Alert', 'Select', 'Table', 'Tooltip'];

/** A styled primitive in the manner of shadcn: a third of all files of an export, and none of our business. */
export function primitive(random, index) {
  const name = index < 2 ? kinds[index] : `${random.pick(kinds)}${index}`;
  const parts = ['', 'Header', 'Title', 'Content', 'Footer'].slice(0, index < 2 ? 5 : 2 + random.below(4));
  return `import * as React from 'react';
import { cva } from 'class-variance-authority';
import { cn } from '@/lib/utils';

const variants = cva(
  'inline-flex items-center justify-center rounded-md text-sm font-medium transition-colors focus-visible:outline-none focus-visible:ring-1 disabled:pointer-events-none disabled:opacity-50',
  {
    variants: {
      variant: {
        default: 'bg-primary text-primary-foreground shadow hover:bg-primary/90',
        destructive: 'bg-destructive text-destructive-foreground shadow-sm hover:bg-destructive/90',
        ghost: 'hover:bg-accent hover:text-accent-foreground'
      },
      size: { default: 'h-9 px-4 py-2', sm: 'h-8 rounded-md px-3 text-xs', icon: 'h-9 w-9' }
    },
    defaultVariants: { variant: 'default', size: 'default' }
  }
);
${parts
  .map((part) => {
    const element = random.pick(elements);
    return `
const ${name}${part} = React.forwardRef(({ className, variant, size, asChild = false, ...props }, ref) => (
  <${element}
    ref={ref}
    className={cn(variants({ variant, size }), 'rounded-xl border p-${1 + random.below(8)} shadow', className)}
    {...props}
  />
));
${name}${part}.displayName = '${name}${part}';
`;
  })
  .join('')}
export { ${parts.map((part) => `${name}${part}`).join(', ')} };
`;
}
