import { hash } from '#core/chance/chance.ts';

/** Names a mark of a text by three bytes, so that a table of them packs tightly. */
export const symbol = (...parts: readonly (string | number)[]): number => hash('symbol', ...parts) & 0xffffff;
