const bodies: Readonly<Record<string, string>> = {
  python: '# {note}\ndef main(values):\n    for value in values:\n        print(value)\n\n\nmain([1, 2, 3])',
  javascript:
    '// {note}\nfunction main(values) {\n  return values.filter((value) => value !== null);\n}\n\nconsole.log(main([1, 2, 3]));',
  sql: '-- {note}\nSELECT name, COUNT(*) AS total\nFROM records\nGROUP BY name\nORDER BY total DESC;',
  bash: '# {note}\nfor file in *.txt; do\n  echo "$file"\ndone',
  html: '<!-- {note} -->\n<section>\n  <h1>{note}</h1>\n</section>',
};
const spoken: Readonly<Record<string, string>> = { typescript: 'javascript', js: 'javascript', shell: 'bash' };
const wanted =
  /\b(?:code|functions?|scripts?|programs?|query|snippets?|loops?|fonctions?|programmes?|requetes?|boucles?)\b/;

/** A beginning in the language that is named: it has the form of code, and solves nobody's problem. */
export function codeFor(low: string, note: string, asked: boolean): { code: string; value: string } | undefined {
  const named = /\b(?:python|javascript|typescript|js|sql|bash|shell|html)\b/.exec(low)?.[0];
  if (!(asked || (named && wanted.test(low)))) return undefined;
  const code = named === undefined ? 'python' : (spoken[named] ?? named);
  return { code, value: (bodies[code] ?? '').replaceAll('{note}', note || code) };
}
