import * as v from 'valibot';
import type { Comparison, ComparisonOutput } from '../comparison.ts';
import { ComparisonOutputSchema, ComparisonSchema } from '../schema.ts';

/** A comparison as a link carries it. */
export interface SharedComparison {
  comparison: Comparison;
  outputs: ComparisonOutput[];
}

/** Why a link does not open; each has a sentence in the interface. */
export type LinkProblem = 'broken' | 'too-large' | 'newer' | 'unsupported';

/** Characters of a link's payload beyond which browsers begin to refuse addresses. */
export const mostLinkCharacters = 1_000_000;
/** Bytes that a payload may unpack to: a small link must not be able to fill the memory. */
export const mostUnpackedBytes = 8 * 1024 * 1024;

/** Stands before the payload: a link of a version that is not known is told from a broken one. */
const version = 1;

/** Packs texts for links, and unpacks what may be anything. */
export interface LinkPacker {
  pack(text: string): Promise<string>;
  /** At most `most` bytes come out. */
  unpack(packed: string, most: number): Promise<{ text: string } | { problem: Exclude<LinkProblem, 'newer'> }>;
}

/**
 * The text that a link carries: the comparison without what means something in this browser only, and, where they are
 * wanted, its outputs, of which those of held-out cases that are not open never leave.
 */
export function toShared(comparison: Comparison, outputs: readonly ComparisonOutput[], heldOutOpen: boolean): string {
  const { deletedAt: _, panes, ...rest } = comparison;
  const variants = new Set(panes.map(({ id }) => id));
  const shared: SharedComparison = {
    comparison: { ...rest, panes: panes.map(({ attempt: __, ...pane }) => pane) },
    outputs: outputs.filter(({ heldOut, variant }) => variants.has(variant) && (heldOutOpen || !heldOut)),
  };
  return JSON.stringify(shared);
}

/** The payload of a link, from its packed text. */
export function toPayload(packed: string): string {
  return `${version}.${packed}`;
}

/** Opens the payload of a link. What comes out was checked, and holds nothing else. */
export async function openPayload(
  payload: string,
  packer: LinkPacker,
): Promise<SharedComparison | { problem: LinkProblem }> {
  if (payload.length > 2 * mostLinkCharacters) return { problem: 'too-large' };
  const [, written, packed = ''] = /^(\d{1,6})\.(.*)$/s.exec(payload) ?? [];
  if (written === undefined || Number(written) < 1) return { problem: 'broken' };
  if (Number(written) > version) return { problem: 'newer' };
  const unpacked = await packer.unpack(packed, mostUnpackedBytes);
  if ('problem' in unpacked) return unpacked;
  return parseShared(unpacked.text) ?? { problem: 'broken' };
}

const SharedSchema = v.object({ comparison: ComparisonSchema, outputs: v.array(ComparisonOutputSchema) });

function parseShared(text: string): SharedComparison | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(SharedSchema, data, { abortEarly: true });
  if (!parsed.success) return undefined;
  const { comparison, outputs } = parsed.output;
  const variants = new Set(comparison.panes.map(({ id }) => id));
  // Ids are keys of rows: two panes with one would be one.
  if (variants.size !== comparison.panes.length) return undefined;
  const { deletedAt: _, ...living } = comparison;
  const own = outputs.filter(({ owner, variant }) => owner === comparison.id && variants.has(variant));
  return { comparison: living, outputs: own };
}

/** A copy of what a link carried, under ids of its own, to be stored and changed. */
export function madeMine(
  { comparison, outputs }: SharedComparison,
  { now, newId }: { now: number; newId: () => string },
): SharedComparison {
  const id = newId();
  const paneIds = new Map(comparison.panes.map((pane) => [pane.id, newId()]));
  const renamed = (variant: string) => paneIds.get(variant) ?? variant;
  return {
    comparison: {
      ...comparison,
      id,
      createdAt: now,
      updatedAt: now,
      panes: comparison.panes.map((pane) => ({ ...pane, id: renamed(pane.id) })),
    },
    outputs: outputs.map((output) => {
      const variant = renamed(output.variant);
      const opinions = output.opinions?.map((opinion) =>
        opinion.against
          ? { ...opinion, against: { ...opinion.against, variant: renamed(opinion.against.variant) } }
          : opinion,
      );
      return {
        ...output,
        owner: id,
        variant,
        id: `${id}/${variant}/${output.case}/${output.sample}`,
        ...(opinions ? { opinions } : {}),
      };
    }),
  };
}
