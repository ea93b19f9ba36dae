import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { StaticHost } from './static-host.ts';

/** Another port and folder than the usual ones, where a second checkout or build runs beside this one. */
export const port = Number(process.env['CANDOR_E2E_PORT'] ?? 4321);
const dist = resolve(process.env['CANDOR_E2E_DIST'] ?? 'dist');

/** Serves the built app while the tests run. */
export default async function serveBuild(): Promise<() => Promise<void>> {
  if (!existsSync(dist)) throw new Error(`There is no build in ${dist}; npm run build makes one.`);
  const host = new StaticHost(dist, '/', { port });
  await host.start();
  return () => host.stop();
}
