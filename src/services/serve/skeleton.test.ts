import { expect, it } from 'vitest';
import { inWords } from './skeleton.ts';

const schema = {
  type: 'object',
  properties: {
    kind: { enum: ['refund', 'other'] },
    due: { type: 'string', format: 'date' },
    lines: { type: 'array', items: { $ref: '#/$defs/line' } },
  },
  $defs: { line: { type: 'object', properties: { amount: { type: ['number', 'null'] }, paid: { type: 'boolean' } } } },
};

it('says a schema as a prompt would show it', () => {
  expect(inWords({ type: 'json_schema', schema }, 'en')).toBe(
    'Answer only with a JSON object of this form:\n' +
      '{"kind": "refund|other", "due": "YYYY-MM-DD", "lines": [{"amount": "number", "paid": "true or false"}]}',
  );
});

it('speaks the language of the prompt', () => {
  expect(inWords({ type: 'json_object' }, 'fr')).toBe('Réponds uniquement avec un objet JSON.');
  expect(inWords({ type: 'json_object' }, 'en')).toBe('Answer only with a JSON object.');
});

it('ends where a schema goes round in circles', () => {
  const circle = { type: 'object', properties: { next: { $ref: '#' } } };
  expect(inWords({ type: 'json_schema', schema: circle }, 'en').length).toBeLessThan(400);
});
