import { englishOrFrench } from '#core/language/function-words.ts';
import { words } from '#core/language/segment.ts';

const lists: Readonly<Record<string, string>> = {
  de: 'der die das und ist nicht ein eine einen mit für ich du mir mich sie auf zu zum zur den dem im bitte wie was wer kann kannst schreibe schreib nenne erkläre über sätze auch bei von',
  es: 'el los las una con para por del está cómo qué dos tres es son puedes escribe explica sobre mi tu su y frases como más sin al lo',
  it: 'il lo gli una con per non è sono come che di due tre puoi scrivi spiega su mio tuo e frasi della del più senza nel dei',
  pt: 'o os uma com para por não é são como que duas três pode escreva explique sobre meu seu e frases da do mais sem no dos',
  nl: 'de het een en is niet met voor ik je mij op te van wat wie kan schrijf leg uit over zinnen ook bij naar twee drie graag',
};
const known = Object.entries(lists).map(([code, text]) => [code, new Set(text.split(' '))] as const);

/** One of the neighbouring languages that a short text is written in, told by its small words. */
export function nearLanguage(text: string): string | undefined {
  if (/[¿¡]/.test(text)) return 'es';
  const all = words(text.toLowerCase()).map((one) => one.text);
  const own = englishOrFrench(text).known;
  let best: { code: string; count: number } | undefined;
  for (const [code, list] of known) {
    const count = all.filter((word) => list.has(word)).length;
    if (!best || count > best.count) best = { code, count };
  }
  return best && best.count >= 2 && best.count >= all.length * 0.25 && best.count > own * 1.5 ? best.code : undefined;
}
