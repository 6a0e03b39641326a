const WEIGHTS = [400, 600];
/** A letter of each subset in fonts.css. */
const LETTERS = 'aờ';
const PATIENCE_MS = 3_000;

/**
 * Resolves when the text face is there, or after three seconds without it. The face is a sixth narrower than those of
 * the system: what was drawn before it came would move under the pointer, and a press begun on one button would end on
 * the next.
 */
export async function whenFontsReady(): Promise<void> {
  const loaded = WEIGHTS.map((weight) => document.fonts.load(`${weight} 14px "Source Sans 3"`, LETTERS));
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, PATIENCE_MS);
  await Promise.race([Promise.allSettled(loaded), late]);
  clearTimeout(timer);
}
