import type { Price } from './price.ts';
import { modelIdOf, type Connection } from './connection.ts';

/** A model that can be chosen. */
export interface ModelOffer {
  id: string;
  /** What the person reads: the model's own name, and the name of its connection. Simulated models are named by their id. */
  name?: { model: string; connection: string };
  /** Made up by rules in this page: it costs nothing and leaves nothing. */
  simulated: boolean;
  /** Absent when nobody told us. */
  price?: Price;
  /** Where the requests go; absent when nothing leaves the page. */
  host?: string;
}

/** What a connection offers, its own first choice first. */
export function offersOf(connection: Connection): ModelOffer[] {
  const { model, name, prices } = connection;
  const others = connection.kind === 'server' ? connection.models.filter((one) => one !== model) : [];
  const host = connection.kind === 'server' ? hostOf(connection.baseUrl) : undefined;
  return [model, ...others].filter(Boolean).map((one) => {
    // What runs in this page or browser is paid for already.
    const price =
      prices[one] ?? (host === undefined ? { currency: 'USD', inputPerMillion: 0, outputPerMillion: 0 } : undefined);
    return {
      id: modelIdOf(connection, one),
      name: { model: one, connection: name },
      simulated: false,
      ...(price ? { price } : {}),
      ...(host === undefined ? {} : { host }),
    };
  });
}

/** The host of an address, port and all, as it is told to people; the address itself when it is none. */
export function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}

/** What calls cost: nothing, so much, or what nobody told us. */
export type Cost = { kind: 'free' } | { kind: 'known'; amount: number; currency: string } | { kind: 'unknown' };

export function costOf(
  offer: ModelOffer | undefined,
  { inputTokens, outputTokens }: { inputTokens: number; outputTokens: number },
): Cost {
  if (offer?.simulated) return { kind: 'free' };
  if (!offer?.price) return { kind: 'unknown' };
  const { currency, inputPerMillion, outputPerMillion } = offer.price;
  const amount = (inputTokens * inputPerMillion + outputTokens * outputPerMillion) / 1_000_000;
  return amount === 0 ? { kind: 'free' } : { kind: 'known', amount, currency };
}

/** Costs together; one that is unknown, or another currency, makes the sum unknown. */
export function sumCosts(costs: readonly Cost[]): Cost {
  let sum: Cost = { kind: 'free' };
  for (const cost of costs) {
    if (cost.kind === 'free') continue;
    if (cost.kind === 'unknown') return cost;
    if (sum.kind === 'known' && sum.currency !== cost.currency) return { kind: 'unknown' };
    sum = { ...cost, amount: (sum.kind === 'known' ? sum.amount : 0) + cost.amount };
  }
  return sum;
}
