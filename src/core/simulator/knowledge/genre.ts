import type { Genre } from '../writing/phrases/genre.ts';

const kinds: readonly (readonly [Genre, RegExp])[] = [
  ['speech', /\b(?:speech|toast|eulogy|address to|opening words|talk for|keynote|discours|allocution|hommage|toast)\b/],
  [
    'story',
    /\b(?:stor(?:y|ies)|tale|poem|poetic|haiku|limerick|sonnet|verse|scene|fable|legend|novel|narrat\w*|spooky|postcard|diary|lyrics|song|recount|describe|description|picture|histoire|conte|poeme|recit|roman|nouvelle sur|scene|carte postale|journal intime|chanson|raconte\w*|decri\w+|fait peur|haiku|legende|paysage)\b/,
  ],
  [
    'message',
    /\b(?:e-?mails?|mails?|letter|message|note to|memo|reply|respond|answer (?:this|the|her|him|them|a) |invit\w+|thank-you|apolog\w+|condolence|card|greeting|greet|wish(?:es)?|announcement|notice|notify|tell (?:my|our|the|a) |inform|sms|text message|voicemail|cover letter|courriel|lettre|mot (?:de|a|pour)|memo|reponse a|reponds (?:a|au)|invitation|convocation|excuses|felicitations|remerci\w+|carte|voeux|annonce\w*|alerte|previens|rappel|repondeur|avis aux)\b/,
  ],
  [
    'promo',
    /\b(?:ads?|advert\w*|poster|flyer|slogan|tagline|product (?:text|description|page)|launch|sale|promot\w*|brochure|landing page|blurb|pitch|newsletter|linkedin|instagram|tweet|social media|caption|headline|subject line|campaign|listing|affiche|publicit\w+|accroche|fiche produit|promo\w*|offre|vitrine|prospectus|annonce de vente|legende|soldes)\b/,
  ],
  [
    'advice',
    /\b(?:tips?|advice|advise|guide|how to|how do i|how can i|steps?|plan|recipe|checklist|instructions for|rules|manual|ideas|to-do|routine|prepare|itinerary|program\w*|conseils?|astuces?|etapes?|mode d'emploi|recette|regles?|reglement|liste de|idees|comment (?:faire|puis-je|je)|itineraire|preparer)\b/,
  ],
];

/** The kind of text that a request, lowered and without accents, asks for. */
export function genreOf(low: string): Genre {
  let best: { genre: Genre; at: number } | undefined;
  for (const [genre, pattern] of kinds) {
    const at = low.search(pattern);
    if (at >= 0 && (!best || at < best.at)) best = { genre, at };
  }
  return best?.genre ?? 'explain';
}

/** Texts of a line or two. */
export const isTerse = (low: string): boolean =>
  /\b(?:slogan|tagline|headline|haiku|one-liner|subject line|caption|motto|couplet|wish|accroche|devise|legende|titre de|voeux|objet de mail)\b/.test(
    low,
  );

/** Texts whose sentences stand one to a line. */
export const isVerse = (low: string): boolean =>
  /\b(?:poem|haiku|limerick|sonnet|verse|lyrics|song|couplet|poeme|chanson|comptine|strophes?|stanzas?|vers)\b/.test(
    low,
  );
