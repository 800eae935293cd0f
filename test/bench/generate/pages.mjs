import { lowerFirst, words } from './domain.mjs';
import { read } from './reads.mjs';

const icons = ['Plus', 'Search', 'Trash2', 'Pencil', 'Download', 'RefreshCw', 'Users', 'Calendar'];

/** A page or feature component: queries, mutations, handlers, and much markup. */
export function page(random, entities, componentName) {
  const used = Array.from({ length: 1 + random.below(3) }, () => random.pick(entities));
  const main = used[0];
  const rows = `${lowerFirst(main.name)}Rows`;
  const icon = random.pick(icons);
  return `import React, { useEffect, useMemo, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ${icon} } from 'lucide-react';
import { base44 } from '@/api/base44Client';
import { Button } from '@/components/ui/button0';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card1';
import { format${main.name} } from '@/lib/${lowerFirst(main.name)}';
import { cn } from '@/lib/utils';

export default function ${componentName}({ query }) {
  const [user, setUser] = useState(null);
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState([]);
  const queryClient = useQueryClient();

  useEffect(() => {
    base44.auth.me().then(setUser).catch(() => setUser(null));
  }, []);

${used.map((entity, index) => useRows(random, entity, index === 0 ? rows : `${lowerFirst(entity.name)}Options${index}`)).join('\n')}
${mutation(random, main)}
${random.chance(0.08) ? bulkDelete(main) : ''}
  const visible = useMemo(() => {
    const needle = search.trim().toLowerCase();
    return ${rows}.filter((row) => !needle || String(row.${main.fields[0]} || '').toLowerCase().includes(needle));
  }, [${rows}, search]);

  const totals = visible.reduce((sum, row) => ({ ...sum, [row.${main.fields[1]}]: (sum[row.${main.fields[1]}] || 0) + 1 }), {});

  return (
    <div className="min-h-screen bg-slate-50 p-4 md:p-8">
      <div className="mx-auto max-w-7xl space-y-6">
        <div className="flex items-center justify-between">
          <div>
            <h1 className="text-3xl font-bold text-slate-900">${words(main.name)} overview</h1>
            <p className="mt-1 text-slate-600">{visible.length} of {${rows}.length} shown</p>
          </div>
          <Button onClick={() => save.mutate({ ${main.fields[0]}: 'New ${words(main.name)}' })} disabled={save.isPending}>
            <${icon} className="mr-2 h-4 w-4" />
            Add ${words(main.name)}
          </Button>
        </div>
        <input
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          placeholder="Search ${words(main.name)} records"
          className="w-full rounded-lg border border-slate-200 px-4 py-2 focus:outline-none focus:ring-2"
        />
${Array.from({ length: 2 + random.below(7) }, (_, index) => card(random, main, index)).join('\n')}
      </div>
    </div>
  );
}
`;
}

function useRows(random, entity, name) {
  return `  const { data: ${name} = [], isLoading: ${name}Loading } = useQuery({
    queryKey: ['${entity.name}', user?.email],
    queryFn: ${random.chance(0.5) ? `() => ${read(random, entity, 'base44.entities')}` : `async () => {\n      const result = await ${read(random, entity, 'base44.entities')};\n      return result.filter((row) => row.${entity.fields[1]} !== 'archived');\n    }`},
    enabled: !!user,
    initialData: []
  });
`;
}

function mutation(random, { name, fields }) {
  const invoke = random.chance(0.2) ? `\n      await base44.functions.invoke('notify${name}', { id: data.id });` : '';
  return `  const save = useMutation({
    mutationFn: async (data) => {${invoke}
      return data.id ? base44.entities.${name}.update(data.id, data) : base44.entities.${name}.create(data);
    },
    onSuccess: () => {
      queryClient.invalidateQueries({ queryKey: ['${name}'] });
      setSelected([]);
    },
    onError: (error) => console.error('Saving the ${words(name)} failed:', error, '${fields[0]}')
  });
`;
}

function bulkDelete({ name }) {
  return `  const removeSelected = async () => {
    for (const id of selected) {
      await base44.entities.${name}.delete(id);
    }
    queryClient.invalidateQueries({ queryKey: ['${name}'] });
  };
`;
}

function card(random, { name, fields }, index) {
  const [first, second, third] = [0, 1, 2].map((shift) => fields[(index + shift) % fields.length]);
  return `        <Card className={cn('border-slate-200 shadow-sm', selected.length > ${index} && 'ring-2 ring-blue-${100 * (1 + random.below(8))}')}>
          <CardHeader className="flex flex-row items-center justify-between pb-2">
            <CardTitle className="text-lg font-semibold">${words(name)} by ${words(second)}</CardTitle>
            <span className="text-sm text-slate-500">{totals['${second}'] ?? 0}</span>
          </CardHeader>
          <CardContent>
            {visible.length === 0 ? (
              <p className="py-8 text-center text-slate-500">No ${words(name)} found. Try another search.</p>
            ) : (
              visible.slice(0, ${5 + random.below(20)}).map((row) => (
                <div key={row.id} className="flex items-center gap-4 border-b py-3 last:border-0">
                  <div className="flex-1">
                    <div className="font-medium text-slate-900">{format${name}(row) || 'Untitled'}</div>
                    <div className="text-sm text-slate-500">{row.${first} ? \`\${row.${first}} (\${row.${second}})\` : 'Not set'}</div>
                  </div>
                  {row.${third} && <span className="rounded-full bg-slate-100 px-2 py-1 text-xs">{row.${third}}</span>}
                  <Button variant="ghost" size="icon" onClick={() => setSelected((before) => [...before, row.id])}>
                    Select
                  </Button>
                </div>
              ))
            )}
          </CardContent>
        </Card>`;
}
