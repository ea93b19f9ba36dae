import type { TestProject } from 'vitest/node';
import { startFaultServer } from './fault-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    faultServer: { url: string; closedUrl: string; unexposedUrl: string; goneUrl: string };
  }
}

/** Serves faults on this machine while tests run in a browser, which cannot serve anything itself. */
export default async function serveFaults(project: TestProject): Promise<() => Promise<void>> {
  const [server, gone] = [await startFaultServer(), await startFaultServer()];
  const { url, closedUrl, unexposedUrl } = server;
  await gone.close();
  project.provide('faultServer', { url, closedUrl, unexposedUrl, goneUrl: gone.url });
  return () => server.close();
}
