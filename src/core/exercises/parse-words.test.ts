import { describe, expect, it } from 'vitest';
import { parseWords } from './parse-words.ts';

const good = `---
title: Une demande hors délai
summary: "Une ligne : pour le catalogue."
---
## brief
Première ligne.

\`\`\`
## pas un titre, du code
\`\`\`
### Un titre
## cases
- late: En retard de
  dix semaines
- note : Une note
## checks
- outcome
  - met: La décision est la bonne
  - missed: La décision est fausse,
    et le client le sait
## ladder
- starter: Rien encore.
## hints
1. Une question ?
2. Une autre
   sur deux lignes ?
## debrief
La règle.
## fairness
Pour les auteurs.
`;

describe('word files', () => {
  it('are read with their lines, code and lower headings left alone', () => {
    const { words, problems, lines } = parseWords(good);
    expect(problems).toEqual([]);
    expect(words).toEqual({
      title: 'Une demande hors délai',
      summary: 'Une ligne : pour le catalogue.',
      brief: 'Première ligne.\n\n```\n## pas un titre, du code\n```\n### Un titre',
      cases: { late: 'En retard de dix semaines', note: 'Une note' },
      checks: { outcome: { met: 'La décision est la bonne', missed: 'La décision est fausse, et le client le sait' } },
      ladder: { starter: 'Rien encore.' },
      hints: ['Une question ?', 'Une autre sur deux lignes ?'],
      debrief: 'La règle.',
    });
    expect(lines.get('checks.outcome')).toBe(17);
    expect(lines.get('hints.1')).toBe(25);
  });

  it('are the same with a byte order mark and the line ends of Windows', () => {
    expect(parseWords(`\uFEFF${good.replaceAll('\n', '\r\n')}`)).toEqual(parseWords(good));
  });

  it('say each slip once, with its line', () => {
    const text = good
      .replace('summary: "Une ligne : pour le catalogue."', 'sumary: x')
      .replace('## ladder', '## laddre')
      .replace('  - met: La décision est la bonne\n', '')
      .replace('1. Une question ?', 'Une question ?');
    expect(parseWords(text).problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '1: the head of the file (between two lines of ---) gives no summary',
      '3: the head holds "title: …" and "summary: …", each on one line; this is neither: sumary: x',
      '17: the check "outcome" has no "  - met: …" sentence',
      '20: "## laddre" is not a section; sections are brief, cases, checks, ladder, hints, debrief, fairness (in both languages), and headings inside them begin with ###',
      '23: this line is no numbered hint ("1. …")',
      '30: the section "## ladder" is missing',
    ]);
  });

  it('never throw, whatever the text', () => {
    for (const text of [
      '',
      '---',
      '---\n---',
      '## brief',
      '- a\n  - met: b',
      '```\n## brief',
      '## checks\n  - met: nobody',
    ]) {
      expect(parseWords(text).problems.length).toBeGreaterThan(0);
    }
  });
});
