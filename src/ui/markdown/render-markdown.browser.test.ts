import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

/** Puts it into a live page, as the app does, and gives it time to do harm. */
async function live(source: string): Promise<HTMLElement> {
  const place = document.createElement('div');
  place.innerHTML = renderMarkdown(source);
  document.body.append(place);
  await new Promise((resolve) => setTimeout(resolve, 30));
  return place;
}

afterEach(() => {
  document.body.replaceChildren();
});

const hostile = {
  'a script': '<script>window.harmed()</script>',
  'an image with a handler': '<img src=x onerror="window.harmed()">',
  'an svg with a handler': '<svg onload="window.harmed()"><circle r="4"/></svg>',
  'an svg with a script link': '<svg><a xlink:href="javascript:window.harmed()"><text>x</text></a></svg>',
  'a style sheet': '<style>body{display:none}</style><p style="position:fixed;inset:0">x</p>',
  'a form': '<form action="https://evil.example/"><input name="key"><button>Send</button></form>',
  'a frame': '<iframe srcdoc="<script>parent.harmed()</script>"></iframe>',
  'a base and a refresh':
    '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example">',
  'an object and an embed': '<object data="https://evil.example/x"></object><embed src="https://evil.example/x">',
  'math that breaks out':
    '<math><mtext><table><mglyph><style><img src=x onerror=window.harmed()></style></mglyph></table></mtext></math>',
  'a handler broken over lines': '<details open ontoggle\n=\nwindow.harmed()>x</details>',
  'names that shadow the document': '<a id="getElementById" name="cookie">x</a>',
  'a remote image in Markdown': '![secret](https://evil.example/?leak=1)',
  'a remote image by reference': '![secret][1]\n\n[1]: https://evil.example/?leak=1',
  'a data image': '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  'video and audio': '<video src="https://evil.example/v" autoplay></video><audio src="//evil.example/a"></audio>',
};

describe('the markdown door', () => {
  for (const [what, source] of Object.entries(hostile)) {
    it(`lets no harm through: ${what}`, async () => {
      const harmed = vi.fn();
      Object.assign(window, { harmed });
      const seen = performance.getEntriesByType('resource').length;
      const place = await live(source);
      expect(harmed).not.toHaveBeenCalled();
      expect(
        place.querySelector(
          'script,style,img,svg,math,form,input,button,iframe,object,embed,base,meta,link,video,audio',
        ),
      ).toBeNull();
      for (const element of place.querySelectorAll('*')) {
        const names = element.getAttributeNames();
        expect(names.filter((name) => /^on|style|^id$|^name$|src/i.test(name))).toEqual([]);
      }
      const loaded = performance.getEntriesByType('resource').slice(seen);
      expect(loaded.filter(({ name }) => name.includes('evil.example'))).toEqual([]);
    });
  }

  for (const href of [
    'javascript:harmed()',
    'JaVaScRiPt:harmed()',
    'java&#10;script:harmed()',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '#/settings',
    'file:///etc/passwd',
  ]) {
    it(`makes no link of ${href}`, async () => {
      const place = await live(`[press](<${href}>)`);
      expect(place.querySelector('a[href]')).toBeNull();
      expect(place.textContent).toContain('press');
    });
  }

  it('shows tags as they were typed', async () => {
    const place = await live('before <b onclick="x()">bold</b> after');
    expect(place.textContent).toContain('<b onclick="x()">bold</b>');
  });

  it('says where a link leads, and tells the place nothing about us', async () => {
    const place = await live('[your bank](https://evil.example/login)');
    const link = place.querySelector('a');
    expect(link?.textContent).toBe('your bank (evil.example)');
    expect(link?.rel.split(' ')).toEqual(expect.arrayContaining(['noopener', 'noreferrer']));
    expect(link?.target).toBe('_blank');
  });

  it('does not say the host twice', async () => {
    const place = await live('<https://example.org/a>');
    expect(place.querySelector('a')?.textContent).toBe('https://example.org/a');
  });

  it('is not fooled by another host in the words of a link', async () => {
    const place = await live('[https://bank.example](https://evil.example)');
    expect(place.querySelector('a')?.textContent).toContain('(evil.example)');
  });

  it('renders what people write', async () => {
    const place = await live('# A\n\n- one\n- **two**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n<tag>\n```');
    expect(place.querySelector('h3')?.textContent).toBe('A');
    expect(place.querySelectorAll('li')).toHaveLength(2);
    expect(place.querySelector('td')?.textContent).toBe('1');
    expect(place.querySelector('pre')?.textContent).toContain('<tag>');
    expect(place.querySelector('h1,h2')).toBeNull();
  });

  it('survives nesting that breaks the parser', async () => {
    const place = await live('> '.repeat(20_000) + 'deep');
    expect(place.textContent).toContain('deep');
  });
});
