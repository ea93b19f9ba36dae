import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import typescript from 'typescript';
import type { StubBehaviour } from '../../support/prompt-api.ts';

/** Gives the browser a model of its own, on every page that is opened after this; without a behaviour it has none. */
export async function ownModel(page: Page, behaviour?: StubBehaviour): Promise<void> {
  const source = readFileSync(new URL('../../support/prompt-api.ts', import.meta.url), 'utf8');
  // its imports are types alone, so nothing is left of them
  const { ModuleKind, ScriptTarget, transpileModule } = typescript;
  const compilerOptions = { module: ModuleKind.ESNext, target: ScriptTarget.ESNext };
  const stub = transpileModule(source, { compilerOptions }).outputText.replaceAll(/^export /gm, '');
  const made = behaviour ? `stubPromptApi(${JSON.stringify(behaviour)})` : 'undefined';
  await page.addInitScript(`(() => { ${stub}\nglobalThis.LanguageModel = ${made}; })()`);
}
