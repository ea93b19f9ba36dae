/** What went wrong with a request, as the protocol says it: a status, and a sentence in an `error` object. */
export class ApiError extends Error {
  readonly status: number;
  readonly details: ErrorDetails;

  constructor(status: number, message: string, details: Partial<ErrorDetails> = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.details = { type: 'invalid_request_error', param: null, code: null, headers: {}, ...details };
  }

  /** The body that clients read. */
  get body(): { error: { message: string; type: string; param: string | null; code: string | null } } {
    const { type, param, code } = this.details;
    return { error: { message: this.message, type, param, code } };
  }
}

interface ErrorDetails {
  type: string;
  /** Which part of the request is wrong: `messages[0].content`. */
  param: string | null;
  code: string | null;
  headers: Record<string, string>;
}

export function noSuchModel(model: string): ApiError {
  return new ApiError(404, `The model '${model}' does not exist; GET /v1/models lists those that do.`, {
    param: 'model',
    code: 'model_not_found',
  });
}

export function failure(sentence: string): ApiError {
  return new ApiError(500, sentence, { type: 'server_error' });
}
