import type { Request } from '../../reading/reading.ts';
import type { Draft, Manner } from '../draft.ts';

/** A kept request with the decision that pieces point to. */
export interface Asked<K extends Request['kind']> {
  request: Extract<Request, { kind: K }>;
  decision: string;
  kept: boolean;
}

/** Changes a draft so that one kind of request holds. */
export type Edit<K extends Request['kind']> = (draft: Draft, asked: Asked<K>, manner: Manner) => void;
