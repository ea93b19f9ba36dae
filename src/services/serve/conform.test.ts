import { Validator, type Schema } from '@cfworker/json-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conform } from './conform.ts';
import type { JsonSchema } from './parse-request.ts';
import { processorTime } from '../../../tests/support/processor-time.ts';

const person: JsonSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 2 },
    born: { type: 'string', format: 'date' },
    age: { type: 'integer', minimum: 0, maximum: 150 },
    member: { type: 'boolean' },
    kind: { enum: ['guest', 'host', null] },
    pets: { type: 'array', items: { $ref: '#/$defs/pet' }, maxItems: 3 },
    boss: { anyOf: [{ $ref: '#' }, { type: 'null' }] },
    note: { type: ['string', 'null'] },
  },
  required: ['name', 'born', 'age', 'member', 'kind', 'pets', 'note'],
  additionalProperties: false,
  $defs: { pet: { allOf: [{ type: 'object', required: ['name'] }, { properties: { name: { type: 'string' } } }] } },
};
const valid = (value: unknown, schema: JsonSchema) => new Validator(schema as Schema, '2020-12').validate(value).valid;

describe('fitting a schema', () => {
  it('leaves alone what fits', () => {
    const value = {
      name: 'Ana',
      born: '1990-01-31',
      age: 35,
      member: true,
      kind: 'host',
      pets: [{ name: 'Rex', legs: 4 }],
      boss: null,
      note: null,
    };
    expect(conform(value, person)).toEqual(value);
  });

  it('turns what nearly fits, and keeps what was said', () => {
    const value = [
      {
        Name: 'Ana',
        born: 'in 1990',
        age: '35 years',
        member: 'yes',
        kind: 'She is a Guest',
        pets: { name: 'Rex' },
        extra: 1,
      },
    ];
    expect(conform(value, person)).toEqual({
      name: 'Ana',
      born: '1970-01-01',
      age: 35,
      member: true,
      kind: 'guest',
      pets: [{ name: 'Rex' }],
      note: null,
    });
  });

  it('makes any value fit', () => {
    const inner = {
      boss: fc.option(fc.jsonValue() as fc.Arbitrary<never>),
      pets: fc.array(fc.jsonValue() as fc.Arbitrary<never>),
    };
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record(inner)), (value) => {
        expect(valid(conform(value as never, person), person)).toBe(true);
      }),
    );
  });

  it.each([
    [{ type: 'number', exclusiveMinimum: 3 }, '2', 4],
    [{ type: 'integer', multipleOf: 5, minimum: 11 }, 3, 15],
    [{ const: 'yes' }, 'no', 'yes'],
    [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] }, ['a'], ['a', 0]],
    [true, { any: 'thing' }, { any: 'thing' }],
  ] as const)('%j', (schema, value, fitting) => {
    expect(conform(value as never, schema as never)).toEqual(fitting);
  });

  it('gives up on a schema that needs itself without end', () => {
    const endless = {
      type: 'object',
      properties: Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, { $ref: '#' }])),
      required: ['a', 'b', 'c', 'd', 'e', 'f'],
    };
    const spent = processorTime();
    expect(conform({}, endless)).toBeTypeOf('object');
    expect(conform({}, { allOf: [{ $ref: '#' }, { $ref: '#' }] })).toEqual({});
    expect(spent()).toBeLessThan(2000);
  });
});
