/** What a policy does with a text before it may become markup, or the address of a script. To refuse, it throws. */
interface Rules {
  createHTML?: (markup: string) => string;
  createScriptURL?: (address: string) => string;
}

/** Texts from it pass where the page's policy asks for trusted ones. TypeScript's DOM knows of none, so they stay strings. */
export type TrustedTexts = Required<Rules>;

interface Factory {
  createPolicy(name: string, rules: Rules): TrustedTexts;
}

/**
 * A policy under one of the names that the built page allows (`services/build/content-security-policy.ts`); `undefined`
 * where the browser has no trusted types.
 */
export function trustedTexts(name: string, rules: Rules): TrustedTexts | undefined {
  return (globalThis as { trustedTypes?: Factory }).trustedTypes?.createPolicy(name, rules);
}
