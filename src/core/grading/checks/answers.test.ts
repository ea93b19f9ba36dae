import { describe, expect, it } from 'vitest';
import { gradeCheck, marked, outcomeOf } from '../../../../tests/support/grade-check.ts';

describe('numeric', () => {
  const check = { type: 'numeric', value: 1234.5, tolerance: 0.01 } as const;
  it.each([
    '1234.5',
    'The total is €1,234.50.',
    'Le total est de 1 234,50 € TTC (dont 20 % de TVA).',
    '{"total": "1 234,50 €"}',
    '{"total": 1234.5}',
  ])('finds its number in %j', (output) => {
    expect(outcomeOf(check, output)).toBe('pass');
  });
  it('does not take any number for the result', () => {
    const output = 'From 1234.5 subtract 100.\nResult: 1134.5';
    const result = gradeCheck(check, output);
    expect(result.reason).toEqual({ code: 'number-wrong', params: { expected: 1234.5, actual: '1134.5' } });
    expect(marked(result, output)).toEqual(['1134.5']);
  });
  it.each([
    ['So 1234.5 in all, over 2 months.', 1234.5],
    ['(350)', -350],
    ['($350)', -350],
    ['350 (12 more)', 350],
  ])('reads %j as %d', (output, value) => {
    expect(outcomeOf({ type: 'numeric', value }, output)).toBe('pass');
  });
  it('looks at a field, takes the truth of the case', () => {
    const setting = { expect: { days: 68 } };
    expect(outcomeOf({ type: 'numeric', path: 'days', value: '{{expect.days}}' }, '{"days": "68 days"}', setting)).toBe(
      'pass',
    );
    expect(outcomeOf({ type: 'numeric', path: 'days', value: '{{expect.days}}' }, '{"days": 67}', setting)).toBe(
      'fail',
    );
    expect(gradeCheck({ type: 'numeric', value: '{{expect.none}}' }, '1').outcome).toBe('ungraded');
    expect(gradeCheck({ type: 'numeric', value: '{{expect.days}}' }, '1', { expect: { days: 'many' } }).reason).toEqual(
      {
        code: 'wrong-placeholder',
        params: { name: '{{expect.days}}', needs: 'number' },
      },
    );
  });
  it('fails without a number, negated or not', () => {
    expect(outcomeOf(check, 'I cannot say.')).toBe('fail');
    expect(outcomeOf({ ...check, type: 'not-numeric' }, 'I cannot say.')).toBe('fail');
    expect(outcomeOf({ ...check, type: 'not-numeric' }, 'It is 12.')).toBe('pass');
  });
  it('strictly is nothing but a number', () => {
    expect(gradeCheck({ type: 'numeric', value: 5 }, 'It is 5.')).toMatchObject({ outcome: 'pass', strict: 'fail' });
    expect(outcomeOf({ type: 'numeric', value: 5, form: 'strict' }, '5')).toBe('pass');
  });
});

describe('label', () => {
  const labels = ['price', 'price increase', 'support', 'missing-feature'];
  const check = { type: 'label' as const, value: 'price', labels };
  it.each([
    'price',
    'Price.',
    '**Price**',
    '"price"',
    'Label: price',
    '**Label:** `price`',
    'Category: Price.',
    'The main reason is price.',
    'It could be support, or missing feature.\nStill, they name the bill.\n\nLabel: price',
    '{"label": "price"}',
    'Sure! Here is the label:\nprice',
    'price (not support)',
    'Label: price\nReason: they never called support.',
    'Price: the support was praised.',
    'They praise the support, so the reason is: price',
    'Price - they say the support was fine',
  ])('reads price in %j', (output) => {
    expect(outcomeOf(check, output)).toBe('pass');
  });
  it.each([
    ['label-wrong', 'price increase'],
    ['label-wrong', 'support'],
    ['label-wrong', 'Missing feature'],
    ['several-labels', 'price or support'],
    ['several-labels', 'Label: price\nBut it might also be support.'],
    ['several-labels', 'price, support'],
    ['several-labels', 'price: or maybe support'],
    ['several-labels', '1. price (most likely)\n2. support'],
    ['several-labels', 'price: the bill\nsupport: the wait'],
    ['several-labels', 'Price: possible. But the reason is: support'],
    ['label-negated', 'not price'],
    ['label-negated', 'It is not the price.'],
    ['label-negated', 'Ce n’est pas price'],
    ['no-label', 'pricey'],
    ['no-label', ''],
  ])('says %s for %j', (code, output) => {
    expect(gradeCheck(check, output)).toMatchObject({ outcome: 'fail', reason: { code } });
  });
  it('does not take "not incorrect" or "incorrect" for correct', () => {
    const grading = { type: 'label' as const, value: 'correct', labels: ['correct', 'incorrect'] };
    expect(outcomeOf(grading, 'incorrect')).toBe('fail');
    expect(outcomeOf(grading, 'not incorrect')).toBe('fail');
    expect(outcomeOf({ ...grading, value: 'incorrect' }, 'not incorrect')).toBe('fail');
    expect(outcomeOf(grading, 'The answer is correct.')).toBe('pass');
  });
  it('negated still wants one clear label', () => {
    expect(outcomeOf({ ...check, type: 'not-label' }, 'support')).toBe('pass');
    expect(outcomeOf({ ...check, type: 'not-label' }, 'price')).toBe('fail');
    expect(outcomeOf({ ...check, type: 'not-label' }, 'who knows')).toBe('fail');
  });
  it('strictly is the label as it is written', () => {
    expect(gradeCheck(check, 'Price.')).toMatchObject({ outcome: 'pass', strict: 'fail' });
  });
});

describe('counts', () => {
  it.each([
    ['word-count', { max: 5 }, 'One two three four five.', 'pass'],
    ['word-count', { max: 5 }, 'Here is the text:\n\nOne two three four five.', 'pass'],
    ['word-count', { max: 5 }, 'One two three four five six.', 'fail'],
    ['word-count', 3, 'one two', 'fail'],
    ['sentence-count', 2, 'This is one. This is two!', 'pass'],
    ['sentence-count', { min: 3 }, 'This is one. This is two!', 'fail'],
    ['sentence-count', 2, 'Dear Ms Roy,\n\nThis is one. This is two!\n\nKind regards,\nThe team', 'pass'],
    ['sentence-count', { max: 1 }, 'This is one\nThis is two\nThis is three\nThis is four\nThis is five', 'fail'],
    ['sentence-count', 2, 'The U.S. office opens at 9 a.m. on Monday. He said "No." and left.', 'pass'],
    ['paragraph-count', 2, 'a\n\nb', 'pass'],
    ['bullet-count', 2, '✅ a\n✔️ b', 'pass'],
    ['bullet-count', { min: 2, max: 3 }, 'Points:\n- a\n- b\n- c', 'pass'],
    ['bullet-count', 2, '1. a\n2. b\n3. c', 'fail'],
    ['character-count', { max: 5 }, 'abcde', 'pass'],
    ['character-count', { max: 5 }, 'abcdef', 'fail'],
  ] as const)('%s %j of %j: %s', (type, value, output, outcome) => {
    expect(outcomeOf({ type, value }, output)).toBe(outcome);
  });
  it('tells the strict count, and what was counted', () => {
    expect(gradeCheck({ type: 'word-count', value: { max: 2 } }, 'Sure!\none two')).toMatchObject({
      outcome: 'pass',
      strict: 'fail',
    });
    expect(
      gradeCheck({ type: 'word-count', value: { max: '{{expect.most}}' } }, 'one two three', { expect: { most: 2 } })
        .reason,
    ).toEqual({
      code: 'too-many',
      params: { measure: 'words', count: 3, max: 2 },
    });
  });
  it('counts in every field a path selects', () => {
    const output = '[{"alt": "a b"}, {"alt": "a b c d"}]';
    const result = gradeCheck({ type: 'word-count', path: '*.alt', value: { max: 3 } }, output);
    expect(result.outcome).toBe('fail');
    expect(marked(result, output)).toEqual(['a b c d']);
  });
});

describe('language', () => {
  const french = 'Bonjour madame, nous avons bien reçu votre demande et nous ne pouvons pas vous rembourser.';
  const english = 'Dear madam, we have received your request and we are not able to pay you back.';
  it('tells French from English', () => {
    expect(outcomeOf({ type: 'language', value: 'fr' }, french)).toBe('pass');
    expect(gradeCheck({ type: 'language', value: 'fr' }, english)).toMatchObject({
      outcome: 'fail',
      reason: { code: 'language-wrong', params: { expected: 'fr', actual: 'en' } },
    });
    expect(outcomeOf({ type: 'not-language', value: 'en' }, french)).toBe('pass');
  });
  it('reads the texts of a JSON answer, not its keys', () => {
    expect(outcomeOf({ type: 'language', value: 'fr' }, JSON.stringify({ outcome: 'refuse', reply: french }))).toBe(
      'pass',
    );
  });
  it('does not judge what is too short', () => {
    expect(outcomeOf({ type: 'language', value: 'fr' }, 'OK 42')).toBe('ungraded');
    expect(outcomeOf({ type: 'not-language', value: 'fr' }, 'OK 42')).toBe('ungraded');
  });
});

describe('no-personal-data', () => {
  it('marks what it finds, shapes and given texts', () => {
    const output = 'Write to Hélène  DUPONT at h.dupont@mail.fr, not to Helenedupont.';
    const result = gradeCheck({ type: 'no-personal-data', value: '{{expect.names}}' }, output, {
      expect: { names: ['helene dupont', 'Bob'] },
    });
    expect(result.reason).toEqual({ code: 'personal-data', params: { kinds: 'email, text', count: 2 } });
    expect(marked(result, output)).toEqual(['Hélène  DUPONT', 'h.dupont@mail.fr']);
  });
  it('passes placeholders and what is allowed', () => {
    expect(outcomeOf({ type: 'no-personal-data' }, 'Write to [EMAIL] or j***@mail.fr.')).toBe('pass');
    expect(outcomeOf({ type: 'no-personal-data', allow: 'help@shop.example' }, 'Write to Help@shop.example.')).toBe(
      'pass',
    );
  });
  it('looks into JSON', () => {
    const output = '{"reply": "call 06 12 34 56 78"}';
    expect(marked(gradeCheck({ type: 'no-personal-data' }, output), output)).toEqual(['06 12 34 56 78']);
    expect(outcomeOf({ type: 'no-personal-data', path: 'reply' }, '{"reply": "hello"}')).toBe('pass');
  });
});

describe('quotes', () => {
  const contract =
    'The Supplier shall deliver within thirty (30) days.\nLate delivery costs 2% a week, up to 10% of the price. The buyer’s “sole” remedy is stated here.';
  const outcome = (output: string, more: object = {}) =>
    outcomeOf({ type: 'quotes', source: 'contract', ...more }, output, { values: { contract } });
  it.each([
    'It says “The Supplier shall deliver within thirty (30) days”.',
    'It says "shall deliver within thirty (30)   days."',
    'Il est dit : « shall deliver within thirty (30) days ».',
    'It says "the supplier shall … within thirty (30) days".',
    'It says "[t]he Supplier shall deliver [...] up to 10% of the price".',
    "It says 'Late delivery costs 2% a week', doesn't it?",
    '> Late delivery costs 2% a week,\n> up to 10% of the price.\n\nSo be it.',
    'The buyer\'s "remedy" is limited: "The buyer\'s \'sole\' remedy".',
    '{"quote": "x", "why": "It reads “Late delivery costs 2% a week”"}',
  ])('accepts %j', (output) => {
    expect(outcome(output)).toBe('pass');
  });
  it.each([
    'It says "The Supplier must deliver within thirty days".',
    'It says "Late delivery costs 2% a week … The Supplier shall deliver".',
    'It says that delivery takes thirty days.',
    '> Late delivery costs 3% a week.',
  ])('rejects %j', (output) => {
    expect(outcome(output)).toBe('fail');
  });
  it('marks the invented quotation', () => {
    const output = 'First "shall deliver within thirty (30) days", then "shall pay at once and gladly".';
    const result = gradeCheck({ type: 'quotes', source: '{{contract}}' }, output, { values: { contract } });
    expect(result.reason).toEqual({
      code: 'quote-not-in-source',
      params: { quote: 'shall pay at once and gladly', count: 1 },
    });
    expect(marked(result, output)).toEqual(['shall pay at once and gladly']);
  });
  it('takes a field for a quotation', () => {
    const output = '[{"quote": "Late delivery costs 2% a week"}, {"quote": "“thirty (30) days”"}]';
    expect(outcome(output, { path: '*.quote' })).toBe('pass');
    expect(outcome('[{"quote": "thirty (31) days"}]', { path: '*.quote' })).toBe('fail');
  });
  it('is not misled by apostrophes', () => {
    expect(outcome("It's the buyer's and the suppliers' problem that they don't read.", { min: 0 })).toBe('pass');
  });
  it('cannot grade against a source that is not there', () => {
    expect(gradeCheck({ type: 'quotes', source: 'policy' }, '"x"', { values: { contract } }).reason).toEqual({
      code: 'unknown-source',
      params: { source: 'policy' },
    });
  });
});
