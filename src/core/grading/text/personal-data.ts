import type { Span } from '#core/language/span.ts';

type PersonalDataKind = 'email' | 'phone' | 'iban' | 'card' | 'ip-address' | 'key' | 'social-security-number' | 'text';

export interface PersonalData extends Span {
  kind: PersonalDataKind;
}

interface Detector {
  kind: PersonalDataKind;
  /** Without this sign there is none, which spares the search. */
  sign: RegExp;
  pattern: RegExp;
  /** Rules out what only looks alike. */
  confirm?: (found: string, before: string) => boolean;
}

/** Nine digits with no more between them than any of these numbers is written with. */
const manyDigits = /\d(?:[ .()AB\u00a0\u202f-]{0,4}\d){8}/;

/**
 * Shapes of personal data. Every repetition is bounded or of single characters, so that no text takes long. Masked
 * forms (`j***@mail.com`, `[EMAIL]`, `06 XX XX XX 12`) do not match: masking is the work that was asked for.
 * The order matters: of overlapping finds the first kind listed is kept.
 */
const detectors: Detector[] = [
  {
    kind: 'key',
    sign: /[-_]|AKIA|AIza|earer /,
    pattern:
      /(?<![\w-])(?:sk-(?:ant-|proj-)?[\w-]{20,200}|(?:sk|pk|rk)_(?:live|test)_\w{10,200}|gh[pousr]_\w{20,200}|github_pat_\w{20,200}|glpat-[\w-]{16,100}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,60}|xox[abeprs]-[\w-]{10,200}|hf_\w{20,100}|eyJ[\w-]{8,2000}\.[\w-]{8,4000}\.[\w-]{8,2000})|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----|(?<=[Bb]earer )[\w.~+/-]{20,2000}/g,
  },
  {
    kind: 'email',
    sign: /@/,
    pattern:
      /(?<![\p{L}\p{N}._%+*•…×-])[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,6}\.\p{L}{2,24}/gu,
    confirm: (found) => !/^x{2,}/i.test(found),
  },
  {
    kind: 'iban',
    sign: /[A-Z]{2}\d{2}/,
    pattern:
      /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ \u00a0\u202f]?[A-Z0-9]{4}){2,7}(?:[ \u00a0\u202f]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g,
    confirm: isIban,
  },
  {
    kind: 'social-security-number',
    sign: manyDigits,
    pattern:
      /(?<![\dA-Za-z])[12][ .]\d{2}[ .](?:0[1-9]|1[0-2]|[2-9]\d)[ .](?:\d{2}|2[AB])[ .]\d{3}[ .]\d{3}(?:[ .]?\d{2})?(?!\d)|(?<![\dA-Za-z])[12]\d{4}(?:\d{2}|2[AB])\d{6} ?\d{2}(?!\d)|(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g,
    confirm: (found) => /[ .-]/.test(found.slice(0, 6)) || isFrenchNumber(found),
  },
  { kind: 'card', sign: manyDigits, pattern: /(?<![\d.,])\d(?:[ -]?\d){12,18}(?![\d])/g, confirm: isCard },
  {
    kind: 'ip-address',
    sign: /\d\.\d/,
    pattern: /(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w]|\.\d)/g,
    confirm: (_, before) => !/(?:\bv|version|release|§|section|article)\.?\s*$/i.test(before),
  },
  {
    kind: 'phone',
    sign: manyDigits,
    pattern: new RegExp(
      [
        '(?<![\\d+])(?:\\+33|0033)[ .\u00a0\u202f-]?(?:\\(0\\))?[ .\u00a0\u202f-]?[1-9](?:[ .\u00a0\u202f-]?\\d{2}){4}(?!\\d)',
        '(?<![\\d.,+/-])0[1-9](?:[ .\u00a0\u202f-]?\\d{2}){4}(?![\\d])',
        '(?<![\\d+])\\+\\d{1,3}(?:[ .\u00a0\u202f-]?\\(?\\d{1,4}\\)?){2,6}(?!\\d)',
        '(?<![\\d.,+/-])(?:\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}(?!\\d)',
        '(?<![\\d.,+/-])\\(?0\\d{2,4}\\)?[ -]\\d{3,4}[ -]\\d{3,4}(?!\\d)',
      ].join('|'),
      'g',
    ),
    confirm: (found) => {
      const digits = found.replace(/\D/g, '').length;
      return digits >= 9 && digits <= 15;
    },
  },
];

/** Personal data in a text, in order; finds that overlap are one. */
export function findPersonalData(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  const taken = new Uint8Array(text.length);
  for (const { kind, sign, pattern, confirm } of detectors) {
    if (!sign.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken[start] === 1 || taken[end - 1] === 1) continue;
      if (confirm && !confirm(match[0], text.slice(Math.max(0, start - 12), start))) continue;
      taken.fill(1, start, end);
      found.push({ kind, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Lengths of IBANs where banks of these countries are the usual ones in our data. */
const ibanLengths: Record<string, number> = {
  AT: 20,
  BE: 16,
  CH: 21,
  CZ: 24,
  DE: 22,
  DK: 18,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HU: 28,
  IE: 22,
  IT: 27,
  LU: 20,
  MC: 27,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
};

/** The right length for its country, or a right checksum: made-up account numbers are to be hidden as well. */
function isIban(found: string): boolean {
  const bare = found.replace(/\s/g, '');
  if (ibanLengths[bare.slice(0, 2)] === bare.length) return true;
  let rest = 0;
  for (const character of bare.slice(4) + bare.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Luhn's check digit. */
function isCard(found: string): boolean {
  const digits = found.replace(/\D/g, '');
  if (/^(\d)\1+$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The key of a French social security number: 97 less the rest of the number. */
function isFrenchNumber(found: string): boolean {
  const bare = found.replace(/\s/g, '');
  const body = bare.slice(0, 13).replace('2A', '19').replace('2B', '18');
  let rest = 0;
  for (const digit of body) rest = (rest * 10 + Number(digit)) % 97;
  return 97 - rest === Number(bare.slice(13));
}
