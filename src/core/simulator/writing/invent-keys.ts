import type { Language } from '#core/language/language.ts';
import type { KeySpec } from '../reading/reading.ts';
import type { Fate } from '../temperament/fate.ts';
import type { Content } from './content.ts';

/** Names that a model gives when nobody names the keys; another sample, other names. */
export function inventKeys(content: Content, language: Language, fate: Fate): KeySpec[] {
  const fields = Object.entries(content.fields);
  const named = (id: string, names: { en: string[]; fr: string[] }): string => {
    const choices = [...new Set([...names[language], ...names.en, id])];
    return fate.choose(`key:${id}`, choices).trim().replace(/\s+/g, '_').toLowerCase();
  };
  if (fields.length === 0)
    return language === 'fr'
      ? [{ name: 'résumé' }, { name: 'points', type: 'array' }]
      : [{ name: 'summary' }, { name: 'key_points', type: 'array' }];
  return fields.map(([id, field]) => ({
    name: named(id, field.names),
    ...(field.kind === 'list' ? { type: 'array' as const } : {}),
    ...(field.fields
      ? { keys: Object.entries(field.fields).map(([inner, { names }]) => ({ name: named(inner, names) })) }
      : {}),
  }));
}
