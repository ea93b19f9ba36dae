import type { Finding } from '../finding.ts';
import { didYouMean } from '../near-names.ts';
import type { Wordings } from '../wordings.ts';

/** Wordings of needs and meanings that the exercise does not have. */
export function validateWordings(
  known: Record<'needs' | 'meanings', Readonly<Record<string, unknown>>>,
  files: Partial<Record<'en' | 'fr', Wordings | undefined>>,
): Finding[] {
  return (['en', 'fr'] as const).flatMap((language) =>
    (['needs', 'meanings'] as const).flatMap((kind) =>
      Object.keys(files[language]?.[kind] ?? {})
        .filter((name) => !Object.hasOwn(known[kind], name))
        .map((name) => ({
          file: `wordings.${language}.yaml` as const,
          path: [kind, name],
          key: true,
          message: `there is no ${kind === 'needs' ? 'need' : 'meaning'} "${name}"${didYouMean(name, Object.keys(known[kind]))}`,
        })),
    ),
  );
}
