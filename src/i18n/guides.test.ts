import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guides, loadGuide } from './guides.ts';

const counted = (text: string) => ({
  headings: text.match(/^#+ /gm)?.length,
  items: text.match(/^(?:-|\d+\.) /gm)?.length,
  /** Commands and configuration are the same in both languages, but for a word in the reader's own. */
  code: text.match(/```/g)?.length,
  links: text.match(/\]\(#[^)]+\)/g),
});

describe('guides', () => {
  it.each(['en', 'fr'])('are all there in %s, and none is left over', (language) => {
    const files = readdirSync(new URL(`./${language}/guides`, import.meta.url)).map((name) =>
      name.replace(/\.md$/, ''),
    );
    expect(files.sort()).toEqual([...guides].sort());
  });

  it.each(guides)('%s says as much in French as in English', async (guide) => {
    const [en, fr] = await Promise.all([loadGuide(guide, 'en'), loadGuide(guide, 'fr')]);
    expect(en).toMatch(/^# \S/);
    expect(fr).toMatch(/^# \S/);
    expect(counted(fr)).toEqual(counted(en));
  });

  it.each(guides)('%s leads only to guides and pages that exist', async (guide) => {
    const places = [...(await loadGuide(guide, 'en')).matchAll(/\]\(([^)]+)\)/g)].map(([, place]) => place);
    for (const place of places)
      expect([...guides.map((one) => `#/guides/${one}`), '#/settings/models']).toContain(place);
  });
});
