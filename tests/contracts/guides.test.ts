import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConnection } from '../../src/cli/connection-file.ts';
import { connections as english } from '#i18n/en/connections.ts';
import french from '#i18n/fr/connections.ts';
import { loadGuide } from '#i18n/guides.ts';

/** What a guide tells people to write or press is what is there. */
it.each(['en', 'fr'] as const)('the file of connections that the guide shows is read (%s)', async (language) => {
  const text = await loadGuide('team', language);
  const [, file = ''] = /```yaml\n(# candor\.connections\.yaml[^`]*)```/.exec(text) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'candor-guide-'));
  try {
    const path = join(folder, 'candor.connections.yaml');
    writeFileSync(path, file);
    const { connection, keyVariable } = readConnection('team', { connections: path });
    expect(connection).toMatchObject({ baseUrl: 'https://llm.example.org/v1', concurrency: 32 });
    expect(keyVariable).toBe('TEAM_LLM_KEY');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.each([
  ['en', { ...english.get() }],
  ['fr', french],
] as const)('the words to press in the guides are those of the page (%s)', async (language, words) => {
  const said = Object.values(words).filter((one) => typeof one === 'string');
  for (const guide of ['hosted', 'ollama', 'lm-studio', 'llama-cpp', 'browser', 'file'] as const) {
    const text = await loadGuide(guide, language);
    const own =
      /\*\*(Add a connection|Ajouter une connexion|A model file[^*]*|Un fichier de modèle[^*]*|Keep [^*]+|Garder [^*]+)\*\*/g;
    for (const [, label] of text.matchAll(own)) expect(said).toContain(label);
  }
});
