/** The professions the letter names, and everyone. */
export const professions = [
  'programmer',
  'designer',
  'product-manager',
  'data-scientist',
  'lawyer',
  'support',
  'sales',
  'finance',
  'everyone',
] as const;
export type Profession = (typeof professions)[number];

/** The letter's own scale: easy is gone, hard is the new easy, impossible the new hard. */
export const levels = ['warm-up', 'new-easy', 'new-hard'] as const;
export type Level = (typeof levels)[number];

/** One teachable thing each. */
export const skills = [
  'state-requirements',
  'verifiable-constraints',
  'separate-data',
  'structured-output',
  'audience-and-tone',
  'examples',
  'reason-then-answer',
  'decompose',
  'ground-in-quotes',
  'allow-not-in-source',
  'resist-injection',
  'consistency',
  'judge-outputs',
  'protect-personal-data',
] as const;
export type Skill = (typeof skills)[number];

/**
 * What the learner is asked to do where a prompt is written: write one, repair a given one, defend one against hostile
 * data without turning honest data away, or cut a task into steps of which each feeds the next.
 */
export const writeKinds = ['write', 'repair', 'defend', 'chain'] as const;
export type WriteKind = (typeof writeKinds)[number];

/** All kinds: those, and to judge outputs. */
export const kinds = [...writeKinds, 'arbitrate'] as const;

/** What can be wrong with a sentence of a prompt that is to be repaired. */
export const flaws = ['contradiction', 'obsolete', 'vague', 'harmful'] as const;
