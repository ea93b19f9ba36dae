import { frenchSpaces } from '#core/language/french-spaces.ts';
import type { Language } from '#core/language/language.ts';

/** The guides, in the order in which they are listed. */
export const guides = [
  'simulated',
  'hosted',
  'ollama',
  'lm-studio',
  'llama-cpp',
  'browser',
  'file',
  'team',
  'threat-model',
] as const;
export type Guide = (typeof guides)[number];

const pages = import.meta.glob<string>('./*/guides/*.md', { query: '?raw', import: 'default' });

/** A guide's Markdown; it begins with its title. */
export async function loadGuide(guide: Guide, language: Language): Promise<string> {
  const load = pages[`./${language}/guides/${guide}.md`];
  if (!load) throw new Error(`there is no guide ${guide} in ${language}`);
  const text = await load();
  return language === 'fr' ? frenchSpaces(text) : text;
}
