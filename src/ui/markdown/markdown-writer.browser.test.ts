import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { MarkdownWriter } from './markdown-writer.ts';
import { renderMarkdown } from './render-markdown.ts';

afterEach(() => void document.body.replaceChildren());

function setup() {
  const host = document.createElement('div');
  document.body.append(host);
  return { host, writer: new MarkdownWriter(host) };
}

/** What stands in the page, without the places that a common scroll goes by. */
const written = (host: HTMLElement) => host.innerHTML.replaceAll(/ data-from="\d+"/g, '');

function atOnce(source: string): string {
  const place = document.createElement('div');
  place.innerHTML = renderMarkdown(source);
  return place.innerHTML;
}

/** Streams a text cut at some places, a frame for each piece. */
function stream(source: string, cuts: readonly number[]) {
  const { host, writer } = setup();
  const ends = [...new Set(cuts.map((cut) => Math.round(cut * source.length)))].sort((a, b) => a - b);
  let now = 0;
  for (const end of [...ends, source.length]) {
    writer.take(source.slice(0, end), false);
    writer.write((now += end % 3 ? 1000 : 50)); // time to render the open block again, or not
  }
  writer.take(source, true);
  writer.finish();
  return host;
}

/** Lines that models write, and lines that try to break out; joined, they make lists, tables, fences and what is neither. */
const line = fc.constantFrom(
  ...['# Title', 'Some **bold** and *thin* words, `code` too.', 'A [link][ref] and [another one].', 'plain', ''],
  ...[
    '- item',
    '  - nested',
    '    - deeper',
    '- [ ] task',
    '1. first',
    '2. second',
    '   in the item',
    '> quote',
    '> - in it',
  ],
  ...['| a | b |', '|---|:-:|', '| 1 | 2 |', '```', '```js', '~~~', 'const x = "<b>";', '    indented', '---', '==='],
  ...[
    '[ref]: https://example.org "Title"',
    '[another one]: <https://example.org/x>',
    '[ref]: /late',
    '[a]: /x',
    '"open',
  ],
  ...['<script>harm()</script>', '<img src=x onerror=harm()>', '<div>', '</div>', '<!-- open', '-->', '<details open>'],
  ...[
    '![x](https://evil.example/?a)',
    '[x](javascript:harm())',
    '\\*not\\*',
    '&amp;&lt;',
    'https://example.org.',
    '\t- tab',
  ],
);
const document_ = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));
const cuts = fc.array(
  fc.integer({ min: 0, max: 1000 }).map((cut) => cut / 1000),
  { maxLength: 60 },
);

describe('MarkdownWriter', () => {
  it('ends with what rendering the whole once gives, however the text was cut', () => {
    fc.assert(
      fc.property(document_, cuts, (source, places) => {
        const host = stream(source, places);
        expect(written(host)).toBe(atOnce(source));
        host.remove();
      }),
      { numRuns: 400 },
    );
  });

  it('does so letter by letter', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const source = lines.join('\n');
        const host = stream(
          source,
          Array.from(source, (_, index) => index / source.length),
        );
        expect(written(host)).toBe(atOnce(source));
        host.remove();
      }),
      { numRuns: 100 },
    );
  });

  it('does so for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab[]()*_`~>#|-:\n\n "<!=/\\&1.\t') }),
        cuts,
        (source, places) => {
          const host = stream(source, places);
          expect(written(host)).toBe(atOnce(source));
          host.remove();
        },
      ),
      { numRuns: 400 },
    );
  });

  it('leaves what has settled alone', () => {
    const { host, writer } = setup();
    const text = '# Title\n\nFirst paragraph.\n\nSecond paragraph';
    writer.take(text, false);
    writer.write(0);
    const [heading, first] = host.children;
    for (let more = ' that goes on'; more.length < 400; more += ' **and** on\n\n- item') {
      writer.take(text + more, false);
      writer.write(more.length * 100);
    }
    writer.take(`${text} ends.`, false); // a new text, for once
    writer.take(`${text} that goes on`, true);
    writer.finish();
    expect(heading?.tagName).toBe('H3');
    expect(first?.tagName).toBe('P');
    const again = setup();
    again.writer.take(text, false);
    again.writer.write(0);
    const kept = again.host.children[0];
    again.writer.take(`${text} and more.\n\nThird.`, true);
    again.writer.finish();
    expect(again.host.children[0]).toBe(kept);
  });

  it('shows words at once, before their block is rendered again', () => {
    const { host, writer } = setup();
    writer.take('Some words', false);
    writer.write(0);
    writer.take('Some words that', false);
    writer.write(1);
    writer.take('Some words that go **on', false);
    writer.write(2);
    expect(host.textContent).toContain('Some words that go **on');
  });

  it('shows lines of an open fence as they come, marks and tags as typed', () => {
    const { host, writer } = setup();
    writer.take('Before.\n\n```html\n<b>one</b>\n', false);
    writer.write(0);
    writer.take('Before.\n\n```html\n<b>one</b>\n**two** <img src=x onerror=harm()>', false);
    writer.write(1);
    expect(host.querySelector('pre')?.textContent).toBe('<b>one</b>\n**two** <img src=x onerror=harm()>');
    expect(host.querySelector('img,b')).toBeNull();
  });

  it('adds rows to a long table without touching those that stand', () => {
    const { host, writer } = setup();
    const row = (number: number) => `| row ${number} | some words that make it long enough |\n`;
    let text = '| a | b |\n|---|---|\n';
    const grow = (to: number) => {
      for (let number = host.querySelectorAll('tbody tr').length; number < to; number++) text += row(number);
      writer.take(text, false);
      writer.write(to * 1000);
    };
    grow(60);
    const first = host.querySelector('tbody tr');
    grow(80);
    expect(host.querySelectorAll('tbody tr')).toHaveLength(80);
    expect(host.querySelector('tbody tr')).toBe(first);
    writer.take(`${text}\nAfter.`, true);
    writer.finish();
    expect(written(host)).toBe(atOnce(`${text}\nAfter.`));
  });

  it('knows a link whose address comes last', () => {
    const host = stream('See [the *report*][r] and [r].\n\nMore.\n\n[r]: https://example.org/report', [0.2, 0.5, 0.7]);
    expect(host.querySelectorAll('a[href="https://example.org/report"]')).toHaveLength(2);
  });

  it('never loads an image, not even in between', () => {
    const seen = performance.getEntriesByType('resource').length;
    stream(
      'A ![cat](https://evil.example/cat.png) and <img src="https://evil.example/dog.png"> end',
      [0.3, 0.4, 0.5, 0.6],
    );
    const loaded = performance.getEntriesByType('resource').slice(seen);
    expect(loaded.filter(({ name }) => name.includes('evil.example'))).toEqual([]);
  });

  it('survives nesting that breaks the parser', () => {
    const host = stream(`Before.\n\n${'> '.repeat(12_000)}deep`, [0.5]);
    expect(host.textContent).toContain('deep');
  });

  it('starts again when the text is another one', () => {
    const { host, writer } = setup();
    writer.take('First answer.\n\nWith two paragraphs.', true);
    writer.finish();
    writer.take('Second', false);
    writer.write(0);
    expect(host.textContent?.trim()).toBe('Second');
  });
});
