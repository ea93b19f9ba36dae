import { readFileSync } from 'node:fs';
import { Validator, type Schema } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from './json-schemas.ts';
import { readYaml } from './yaml-file.ts';

describe('the JSON Schemas for editors', () => {
  it.each(Object.entries(jsonSchemas()))('%s is current (else: npm run candor -- schema)', (name, text) => {
    expect(readFileSync(`exercises/schema/${name}`, 'utf8')).toBe(text);
  });

  it('accept what the loader accepts, and refuse unknown keys', () => {
    const folder = 'tests/fixtures/exercises/support/late-parcel';
    for (const part of ['exercise', 'simulation']) {
      const schema = JSON.parse(jsonSchemas()[`${part}.schema.json`]!) as Schema;
      const { value } = readYaml(readFileSync(`${folder}/${part}.yaml`, 'utf8'));
      const validator = new Validator(schema, '7');
      expect(validator.validate(value).errors).toEqual([]);
      expect(validator.validate({ ...(value as object), surprise: 1 }).valid).toBe(false);
    }
  });
});
