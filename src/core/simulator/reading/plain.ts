const special: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  œ: 'o',
  æ: 'a',
  ß: 's',
};

/** A text without case and accents and with plain quotation marks, as long as the text itself: places stay places. */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  const even = lower.length === text.length ? lower : text;
  return even.replace(/[^\n\r\t\x20-\x7e]/g, (character) => {
    const known = special[character];
    if (known !== undefined) return known;
    const base = character.normalize('NFD')[0] ?? character;
    return base.length === character.length ? base : character;
  });
}
