/** A sum that stands in the prompt, worked out. */
export interface Sum {
  expression: string;
  value: number;
  /** Operations in it; one is easily done in the head. */
  operations: number;
}

/** Finds the first arithmetic expression in a text and works it out, with the usual precedence. */
export function findSum(text: string): Sum | undefined {
  const marked = text
    .slice(0, 20_000)
    .replace(/×|·(?=\s*\d)/g, '*')
    .replace(/÷/g, '/')
    .replace(/−|–(?=\s*\d)/g, '-')
    .replace(/(\d)\s*x\s*(?=\d)/gi, '$1*')
    .replace(/(\d)[ \u00a0\u202f](?=\d{3}\b)/g, '$1')
    .replace(/%\s+(?:of|de|sur)\s+(?=\d)/gi, '% * ')
    .replace(/(?<=\d)\s+(?:plus|added to)\s+(?=\d)/gi, ' + ')
    .replace(/(?<=\d)\s+(?:minus|moins)\s+(?=\d)/gi, ' - ')
    .replace(/(?<=\d)\s+(?:times|multiplied by|fois|multiplié par)\s+(?=\d)/gi, ' * ')
    .replace(/(?<=\d)\s+(?:divided by|divisé par)\s+(?=\d)/gi, ' / ');
  for (const match of marked.matchAll(/[(\d][\d\s.,()*/+%-]*[\d)%]/g)) {
    const expression = match[0].trim();
    if (
      !/[\d%]\s*[*/+]\s*[(\d]|\d\s+-\s+[(\d]|\)\s*-\s*\d/.test(expression) ||
      /\d-\d+-\d|\d\/\d+\/\d/.test(expression)
    )
      continue;
    const value = evaluate(expression.replace(/,(?=\d{3}\b)/g, '').replace(/(\d),(\d)/g, '$1.$2'));
    if (value === undefined) continue;
    return {
      expression,
      value: Math.round(value * 1e6) / 1e6,
      operations: (expression.match(/[*/+]|\s-\s/g) ?? []).length,
    };
  }
  return undefined;
}

/** Recursive descent over `+ - * /`, brackets and per cent. */
function evaluate(text: string): number | undefined {
  const tokens = text.match(/\d+(?:\.\d+)?|[()*/+%-]/g) ?? [];
  let at = 0;
  let depth = 0;
  const atom = (): number => {
    const token = tokens[at++];
    if (token === '-') return -atom();
    if (token === '(') {
      if ((depth += 1) > 40) return NaN;
      const inner = sum();
      depth -= 1;
      return tokens[at++] === ')' ? percent(inner) : NaN;
    }
    return token === undefined || !/\d/.test(token) ? NaN : percent(Number(token));
  };
  const percent = (value: number) => (tokens[at] === '%' ? (at++, value / 100) : value);
  const product = (): number => {
    let value = atom();
    while (tokens[at] === '*' || tokens[at] === '/') value = tokens[at++] === '*' ? value * atom() : value / atom();
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-')
      value = tokens[at++] === '+' ? value + product() : value - product();
    return value;
  };
  const value = sum();
  return at === tokens.length && Number.isFinite(value) ? value : undefined;
}
