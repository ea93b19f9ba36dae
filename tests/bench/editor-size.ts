import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import type { Size } from './sizes.ts';

/** The editor alone, until one can type; in the app it shares files with the page around it. Completion comes later. */
export async function measureEditor(): Promise<Size> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: 'src/ui/components/prompts/editor/create-editor.ts', formats: ['es'] },
      rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /@lezer\//, sideEffects: false }] } },
    },
  }).then((built) => (Array.isArray(built) ? built[0] : built))) as Rolldown.RolldownOutput;
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));
  const needed = new Set<string>();
  const need = (name: string) => {
    if (needed.has(name)) return;
    needed.add(name);
    chunks.get(name)?.imports.forEach(need);
  };
  for (const [name, { isEntry }] of chunks) if (isEntry) need(name);
  const codes = [...needed].map((name) => chunks.get(name)?.code ?? '');
  const bytes = codes.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0);
  return { what: 'JavaScript of the editor alone', bytes, limit: 100_000 };
}
