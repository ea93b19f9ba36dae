import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { madeMine, openPayload, toPayload, toShared } from '#core/comparisons/share/shared.ts';
import { someComparison, someComparisonOutput, someVariant } from '../../../tests/support/comparisons.ts';
import { linkPacker } from './link-packer.ts';

const open = (payload: string) => openPayload(payload, linkPacker);
const linkTo = async (...given: Parameters<typeof toShared>) => toPayload(await linkPacker.pack(toShared(...given)));

const outputs = [
  someComparisonOutput('one', 'a', { text: 'naïve 🙂 <b>&#x27;</b>' }),
  someComparisonOutput('one', 'b', { case: 'hidden', heldOut: true, text: 'covered' }),
];

test('any text goes through an address and back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      const packed = await linkPacker.pack(text);
      expect(packed).toMatch(/^[\w-]+$/);
      expect(await linkPacker.unpack(packed, 100_000)).toEqual({ text });
    }),
  );
});

test('a comparison opens from its link as it was, without what means something here only', async () => {
  const comparison = someComparison({ panes: [someVariant('a', { attempt: 'mine' }), someVariant('b')], deletedAt: 5 });
  const payload = await linkTo(comparison, outputs, true);
  expect(await open(payload)).toEqual({
    comparison: someComparison({ panes: [someVariant('a'), someVariant('b')] }),
    outputs,
  });
});

test('a link holds no output of a held-out case that is not open, and none at all where none is wanted', async () => {
  const covered = await open(await linkTo(someComparison(), outputs, false));
  expect(covered).toMatchObject({ outputs: [outputs[0]] });
  expect(await open(await linkTo(someComparison(), [], false))).toMatchObject({ outputs: [] });
});

describe('a link that does not open says why', () => {
  const pack = (value: unknown) => linkPacker.pack(typeof value === 'string' ? value : JSON.stringify(value));
  const shared = { comparison: someComparison(), outputs: [] };

  test.each([
    ['empty', ''],
    ['something else', 'hello'],
    ['of no version', '0.abc'],
    ['no base64url', '1.äöü'],
    ['not packed', '1.aGVsbG8'],
    ['a number beyond all versions', '1e9.abc'],
  ])('%s', async (_, payload) => expect(await open(payload)).toEqual({ problem: 'broken' }));

  test('cut off anywhere', async () => {
    const payload = await linkTo(someComparison(), outputs, true);
    for (let length = 3; length < payload.length; length += 7) {
      expect(await open(payload.slice(0, length))).toEqual({ problem: 'broken' });
    }
  });

  test('changed anywhere: it opens as something checked, or not at all', async () => {
    const payload = await linkTo(someComparison(), outputs, true);
    await fc.assert(
      fc.asyncProperty(fc.nat(payload.length - 3), fc.constantFrom('A', 'z', '_', '0'), async (at, letter) => {
        const opened = await open(payload.slice(0, at + 2) + letter + payload.slice(at + 3));
        expect('problem' in opened ? opened.problem : opened.comparison.panes.length).toSatisfy(
          (found: unknown) => found === 'broken' || found === 2,
        );
      }),
    );
  });

  test.each([
    ['no JSON', 'hello'],
    ['no comparison', {}],
    ['no panes', { ...shared, comparison: { ...shared.comparison, panes: [] } }],
    [
      'too many panes',
      { ...shared, comparison: { ...shared.comparison, panes: [...'abcdefg'].map((id) => someVariant(id)) } },
    ],
    [
      'two panes that are one',
      { ...shared, comparison: { ...shared.comparison, panes: [someVariant('a'), someVariant('a')] } },
    ],
    ['an output that is none', { ...shared, outputs: [{ text: '<img>' }] }],
  ])('%s', async (_, value) => expect(await open(`1.${await pack(value)}`)).toEqual({ problem: 'broken' }));

  test('from a newer version', async () => {
    expect(await open(`2.${await pack(shared)}`)).toEqual({ problem: 'newer' });
  });

  test('longer than a link can be', async () => {
    expect(await open(`1.${'a'.repeat(2_000_001)}`)).toEqual({ problem: 'too-large' });
  });

  test('one that unpacks to more than the memory should hold', async () => {
    const bomb = await linkPacker.pack('a'.repeat(16 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(30_000);
    expect(await open(`1.${bomb}`)).toEqual({ problem: 'too-large' });
  });
});

test('outputs of other comparisons and panes stay out, unknown keys too', async () => {
  const text = JSON.stringify({
    comparison: { ...someComparison(), key: 'sk-1' },
    outputs: [...outputs, someComparisonOutput('other', 'a'), someComparisonOutput('one', 'z')],
    more: 1,
  });
  expect(await open(`1.${await linkPacker.pack(text)}`)).toEqual({ comparison: someComparison(), outputs });
});

test('making it mine gives it, its panes and its outputs ids of their own', () => {
  let ids = 0;
  const mine = madeMine({ comparison: someComparison(), outputs }, { now: 9, newId: () => `new-${++ids}` });
  expect(mine.comparison).toEqual(
    someComparison({
      id: 'new-1',
      createdAt: 9,
      updatedAt: 9,
      panes: [someVariant('new-2'), someVariant('new-3', { name: 'Shorter' })],
    }),
  );
  expect(mine.outputs.map(({ id, owner, variant }) => [id, owner, variant])).toEqual([
    ['new-1/new-2/late/0', 'new-1', 'new-2'],
    ['new-1/new-3/hidden/0', 'new-1', 'new-3'],
  ]);
});
