import { randomStream } from '#core/chance/chance.ts';

const common =
  'the of and to in a is that it for on with as was at by be this are from or have not had but which one we all their there been has if more when will would who so no out up into them time can'.split(
    ' ',
  );
const syllables = 'ra lo mi ten dor sca net bri vel tu pan shi gor fe lim ost ar quin ze pol'.split(' ');

/** Words as texts have them: some again and again, most of them seldom. */
function writer(seed: number): () => string {
  const random = randomStream(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  return () => {
    if (random() < 0.45) return pick(common);
    const length = 2 + Math.floor(random() * 2);
    return Array.from({ length }, () => pick(syllables)).join('');
  };
}

/** An answer in Markdown of about so many words: headings, paragraphs, lists, tables, code, links. */
export function markdownOf(words: number, seed = 1): string {
  const word = writer(seed);
  const random = randomStream(seed + 1);
  let left = words;
  const some = (count: number) => {
    left -= count;
    return Array.from({ length: count }, word);
  };
  const sentence = () => {
    const parts = some(8 + Math.floor(random() * 14));
    const at = Math.floor(random() * parts.length);
    if (random() < 0.4) parts[at] = `**${parts[at]}**`;
    else if (random() < 0.3) parts[at] = `\`${parts[at]}\``;
    else if (random() < 0.2) parts[at] = `[${parts[at]}](https://example.org/${at})`;
    return `${parts.join(' ')}.`;
  };
  const blocks: string[] = [];
  for (let number = 0; left > 0; number++) {
    if (number % 6 === 0) blocks.push(`## ${some(4).join(' ')}`);
    const kind = random();
    if (kind < 0.55) blocks.push(Array.from({ length: 2 + Math.floor(random() * 3) }, sentence).join(' '));
    else if (kind < 0.8) blocks.push(Array.from({ length: 4 }, () => `- ${sentence()}`).join('\n'));
    else if (kind < 0.9) {
      const row = () => `| ${some(2).join(' ')} | ${some(3).join(' ')} | ${Math.floor(random() * 90)} |`;
      blocks.push(['| who | what | how many |', '|---|---|--:|', ...Array.from({ length: 5 }, row)].join('\n'));
    } else {
      blocks.push(
        [
          '```js',
          ...Array.from({ length: 8 }, () => `const ${some(1).join('')} = read('${some(1).join('')}');`),
          '```',
        ].join('\n'),
      );
    }
  }
  return blocks.join('\n\n');
}

/** The text with a share of its words replaced, put in, or taken out. */
export function edited(text: string, share: number, seed = 7): string {
  const word = writer(seed);
  const random = randomStream(seed + 1);
  return text.replace(/\p{L}+/gu, (own) => {
    const luck = random();
    if (luck > share) return own;
    return luck < share / 3 ? '' : luck < (2 * share) / 3 ? word() : `${own} ${word()}`;
  });
}
