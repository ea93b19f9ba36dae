/**
 * How often real models keep a kind of request (strict, %): own count over published responses to the 541 prompts of
 * IFEval (arXiv 2311.07911), by tier. The kinds without a row there were not counted, and are left out.
 */
export const profile: Readonly<Record<string, { small: number; medium: number; large: number }>> = {
  'detectable_format:constrained_response': { small: 90, medium: 95, large: 98 },
  'detectable_format:title': { small: 78, medium: 97, large: 98 },
  'detectable_content:postscript': { small: 78, medium: 96, large: 99 },
  'detectable_format:multiple_sections': { small: 55, medium: 80, large: 100 },
  'detectable_format:json_format': { small: 78, medium: 78, large: 75 },
  'startend:quotation': { small: 40, medium: 85, large: 93 },
  'startend:end_checker': { small: 51, medium: 79, large: 91 },
  'detectable_format:number_bullet_lists': { small: 46, medium: 65, large: 82 },
  'language:response_language': { small: 73, medium: 88, large: 97 },
  'change_case:english_lowercase': { small: 36, medium: 81, large: 94 },
  'change_case:english_capital': { small: 18, medium: 66, large: 91 },
  'keywords:existence': { small: 63, medium: 83, large: 94 },
  'keywords:frequency': { small: 46, medium: 76, large: 88 },
  'keywords:forbidden_words': { small: 45, medium: 73, large: 86 },
  'punctuation:no_comma': { small: 14, medium: 67, large: 91 },
  'keywords:letter_frequency': { small: 47, medium: 59, large: 67 },
  'length_constraints:number_words': { small: 54, medium: 60, large: 78 },
  'length_constraints:number_sentences': { small: 58, medium: 64, large: 74 },
  'length_constraints:number_paragraphs': { small: 20, medium: 57, large: 86 },
  'length_constraints:nth_paragraph_first_word': { small: 6, medium: 31, large: 74 },
  'combination:repeat_prompt': { small: 21, medium: 33, large: 76 },
  'combination:two_responses': { small: 20, medium: 73, large: 93 },
};

/** Spearman's rank correlation; ties share their mean rank. */
export function spearman(pairs: readonly (readonly [number, number])[]): number {
  const a = ranks(pairs.map(([first]) => first));
  const b = ranks(pairs.map(([, second]) => second));
  const mean = (pairs.length + 1) / 2;
  const sum = (of: (index: number) => number) => a.reduce((total, _, index) => total + of(index), 0);
  const spread = (of: number[]) => sum((index) => (of[index]! - mean) ** 2);
  return sum((index) => (a[index]! - mean) * (b[index]! - mean)) / Math.sqrt(spread(a) * spread(b));
}

function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    return below + (same + 1) / 2;
  });
}
