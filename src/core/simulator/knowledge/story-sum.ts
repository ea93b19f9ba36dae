import type { Sum } from './arithmetic.ts';
import { plain } from '../reading/plain.ts';
import { number } from '../reading/numerals.ts';
import { numberOf } from './extract.ts';
import { valueOf } from '../reading/numerals.ts';

const asks =
  /\b(?:how (?:many|much)|(?:compute|calculate|work out|add up|calcule[rz]?|additionne[rz]?)\b|what (?:is|will be|was) the (?:\w+ )?(?:total|price|cost|result|amount|number|sum)|combien|quel(?:le)? est le (?:\w+ )?(?:total|prix|montant|cout|nombre|resultat))\b/;
const less =
  /\b(?:break\w*|broke|los[et]\w*|eats?|ate|gives?|gave|sells?|sold|spen[dt]\w*|uses?|used|remov\w+|takes?|took|minus|fewer|less|drops?|leave|left the|cass\w+|perd\w*|mang\w+|donn\w+|vend\w*|depens\w+|retir\w+|enlev\w+|utilis\w+|moins)\b/;
const parts = /\b(?:shar\w+|split\w*|divid\w+|partag\w+|reparti\w*|divis\w+)\b/;
const many = /\b(?:each|every|per|apiece|chacune?|chaque|par)\b/;
const amount = new RegExp(`(?:${number}(?:[.,]\\d+)?)`, 'g');

/** A sum told as a story: amounts in their order, each taken up as its clause says. */
export function storySum(text: string): Sum | undefined {
  const low = plain(text.slice(0, 2000));
  const asked = asks.exec(low);
  if (!asked) return undefined;
  let value: number | undefined;
  let expression = '';
  let operations = 0;
  const take = (sign: string, amountOf: number, next: number) => {
    expression = `${operations > 0 ? `(${expression})` : expression} ${sign} ${amountOf}`;
    operations += 1;
    value = next;
  };
  for (const clause of low.split(/[.;!?]\s|,\s|\s(?:and|then|but|et|puis|mais)\s/)) {
    const amounts = [...clause.matchAll(amount)].filter((one) => !/^(?:an?|une?)$/.test(one[0]));
    amounts.forEach((match, index) => {
      const said = match[0];
      const own = /^\d/.test(said) ? numberOf(said) : valueOf(said);
      const percent = /^\s?(?:%|percent|per cent|pour cent|pourcent)/.test(clause.slice(match.index + said.length));
      if (value === undefined) {
        if (percent) return;
        value = own;
        expression = String(own);
      } else if (percent) {
        const down = /\b(?:off|discount|reduc\w+|reduction|remise|rabais|less|moins|solde\w*)\b/.test(clause);
        take(down ? '- %' : '+ %', own, (value * (100 + (down ? -own : own))) / 100);
      } else if (parts.test(clause)) take('/', own, value / own);
      else if (
        (index > 0 || /^(?:each|with|of|de|avec)\b/.test(clause)) &&
        (many.test(clause) || /\b(?:of|with|de|avec|a)\s$/.test(clause.slice(0, match.index)))
      )
        take('*', own, value * own);
      else if (many.test(clause)) take('*', own, value * own);
      else if (less.test(clause)) take('-', own, value - own);
      else take('+', own, value + own);
    });
  }
  if (value === undefined || operations === 0 || !Number.isFinite(value)) return undefined;
  return { expression, value: Math.round(value * 100) / 100, operations };
}
