import { describe, expect, it } from 'vitest';
import type { Messages, TranslationJSON } from '@nanostores/i18n';
import { frenchSpaces } from '#core/language/french-spaces.ts';
import french from './fr.ts';
import { messages } from './i18n.ts';

const modules = import.meta.glob<Record<string, Messages>>('./en/*.ts', { eager: true });
const rooms = Object.fromEntries(
  Object.entries(modules).map(([path, module]) => [path.slice('./en/'.length, -'.ts'.length), module]),
);
const english = (room: string) => messages.cache.en[room] as unknown as Record<string, TranslationJSON>;

/** All strings of a message, by plural form where there are several. */
function texts(message: TranslationJSON): Record<string, string> {
  if (typeof message === 'string') return { '': message };
  return Object.fromEntries(
    Object.entries(message).flatMap(([form, inner]) =>
      Object.entries(texts(inner)).map(([rest, text]) => [rest ? `${form}.${rest}` : form, text]),
    ),
  );
}

function placeholders(message: TranslationJSON): string[] {
  return [...new Set(Object.values(texts(message)).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();
}

describe('the words', () => {
  it('stand in the same rooms in both languages', () => {
    expect(Object.keys(french).sort()).toEqual(Object.keys(rooms).sort());
    expect(Object.keys(rooms).length).toBeGreaterThan(5);
  });

  for (const room of Object.keys(rooms)) {
    const ours = english(room);
    const theirs = french[room] ?? {};

    describe(room, () => {
      it('is defined under the name of its file', () => {
        expect(ours).toBeDefined();
      });

      it('has the same keys in both languages', () => {
        expect(Object.keys(theirs).sort()).toEqual(Object.keys(ours).sort());
      });

      it('has the same values to fill in, the same kinds of message, and nothing empty', () => {
        for (const [key, message] of Object.entries(ours)) {
          const translation = theirs[key] ?? '';
          expect([key, typeof translation]).toEqual([key, typeof message]);
          expect([key, placeholders(translation)]).toEqual([key, placeholders(message)]);
          for (const text of Object.values(texts(translation)))
            expect([key, text.trim().length > 0]).toEqual([key, true]);
        }
      });

      it('keeps to French typography', () => {
        const faults = Object.entries(theirs).flatMap(([key, message]) =>
          Object.values(texts(message))
            .filter((text) =>
              /[^\u202f\u00a0.…!?:/&][;!?](?!\w)|[^\u00a0/\d] ?:(?=\s)|[^\u00a0\u202f]»|«[^\u00a0\u202f]|[a-z]'[a-zéèêâîôûh]|\boe|["“”]/i.test(
                text.replace(/\{\{?\w*\}?\}|https?:\S+/g, 'x'),
              ),
            )
            .map((text) => `${key}: ${text}`),
        );
        expect(faults).toEqual([]);
      });

      it('keeps to English typography', () => {
        const faults = Object.entries(ours).flatMap(([key, message]) =>
          Object.values(texts(message))
            .filter((text) => /\w'\w|«|»/.test(text))
            .map((text) => `${key}: ${text}`),
        );
        expect(faults).toEqual([]);
      });
    });
  }

  it('get the spaces of French typography', () => {
    expect(frenchSpaces('« Oui » : vraiment ? Si ; non !')).toBe(
      '«\u00a0Oui\u00a0»\u00a0: vraiment\u202f? Si\u202f; non\u202f!',
    );
  });
});
