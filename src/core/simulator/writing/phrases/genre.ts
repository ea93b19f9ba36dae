/** What kind of text is asked for; each has its own way of speaking. */
export type Genre = 'explain' | 'message' | 'story' | 'promo' | 'speech' | 'advice';

/** Sentences to open a text with, to go on with, and to close it; `{topic}` stands for what it is about. */
export interface Bank {
  open: readonly string[];
  body: readonly string[];
  close: readonly string[];
}

export const lines = (text: string): readonly string[] => text.trim().split('\n');
