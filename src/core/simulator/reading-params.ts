import type { Request } from './reading/reading.ts';

/** What the interface needs to say in a sentence what was asked. */
export function paramsOf(request: Request): Record<string, string | number> {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(request)) {
    if (name === 'kind') continue;
    if (typeof value === 'string' || typeof value === 'number') params[name] = value;
    else if (name === 'texts' || name === 'labels' || name === 'names') params[name] = (value as string[]).join(', ');
    else if (name === 'keys') params[name] = (value as { name: string }[]).map((key) => key.name).join(', ');
    else if (name === 'scope') {
      const scope = value as { which: string; unit?: string; n?: number; part?: string };
      params['which'] = scope.which;
      if (scope.part !== undefined) params['part'] = scope.part;
      if (scope.n !== undefined) params['n'] = scope.n;
    }
  }
  return params;
}
