import type { Language } from '#core/language/language.ts';
import type { JsonSchema, ResponseFormat } from './parse-request.ts';
import { nodeOf } from './schema-node.ts';

/** Deeper than this a schema is not written out; what is missing is put right when the answer is there. */
const deepest = 6;

/** Says a response format in the words that a prompt would use, for a model that only reads prompts. */
export function inWords(format: Exclude<ResponseFormat, { type: 'text' }>, language: Language): string {
  const schema = format.type === 'json_schema' ? format.schema : {};
  const list = nodeOf(schema, schema).types[0] === 'array';
  const form = format.type === 'json_schema' ? skeletonOf(schema, schema, 0) : '{}';
  const shown = /["\w]/.test(form);
  if (language === 'fr') {
    return `Réponds uniquement avec ${list ? 'une liste JSON' : 'un objet JSON'}${shown ? ` de cette forme :\n${form}` : '.'}`;
  }
  return `Answer only with ${list ? 'a JSON array' : 'a JSON object'}${shown ? ` of this form:\n${form}` : '.'}`;
}

/** An example-like outline: `{"name": "string", "kind": "refund|other"}`. */
function skeletonOf(schema: JsonSchema, root: JsonSchema, depth: number): string {
  const node = nodeOf(schema, root);
  if (node.oneOf) return JSON.stringify(node.oneOf.filter((one) => one !== null).join('|'));
  const form = node.either?.find((one) => nodeOf(one, root).types[0] !== 'null');
  if (form !== undefined && depth < deepest) return skeletonOf(form, root, depth + 1);
  switch (node.types.find((type) => type !== 'null')) {
    case 'object': {
      if (depth >= deepest) return '{}';
      const entries = Object.entries(node.properties).map(
        ([name, inner]) => `${JSON.stringify(name)}: ${skeletonOf(inner, root, depth + 1)}`,
      );
      return `{${entries.join(', ')}}`;
    }
    case 'array': {
      const item = node.items ?? node.first[0];
      return depth >= deepest || item === undefined ? '[]' : `[${skeletonOf(item, root, depth + 1)}]`;
    }
    case 'integer':
    case 'number':
      return '"number"';
    case 'boolean':
      return '"true or false"';
    default:
      return node.words['format'] === 'date' ? '"YYYY-MM-DD"' : '"string"';
  }
}
