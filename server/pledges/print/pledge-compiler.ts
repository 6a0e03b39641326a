import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileStrictly, createTypst } from '#server/core/typst.ts';

/** Everything the paper shows, as it is to be printed; official papers are Vietnamese only. */
export type PledgePaper = Readonly<{
  title: string;
  author: string;
  demo: boolean;
  words: Readonly<{ demo: string; foot: string; page: string; number: string; indicator: string }>;
  heading: Readonly<{
    organ: string;
    country: string;
    motto: string;
    placeAndDate: string;
    title: string;
    about: string;
    draft: string | null;
  }>;
  paragraphs: readonly string[];
  closing: string | null;
  table: Readonly<{
    title: string;
    heads: readonly string[];
    /** Width of a column of figures in mm. */
    width: number;
    rows: readonly Readonly<{ name: string; figures: readonly string[] }>[];
    note: string;
  }>;
  signing: Readonly<{
    title: string;
    blocks: readonly Readonly<{ unit: string; capacity: readonly string[]; name: string; state: string }>[];
  }>;
  /** Seconds since 1970 written into the file, so that the same pledge gives the same bytes. */
  createdAt: number;
}>;

const FOLDER = dirname(fileURLToPath(import.meta.url));

/**
 * The pledge as PDF/A-2b. Blocks its thread while it works.
 *
 * @throws Error with Typst's words when a font or a letter is missing
 */
export function compilePledge({ createdAt, ...paper }: PledgePaper): Uint8Array {
  const fonts = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/package.json')));
  const typst = createTypst(FOLDER, [fonts]);
  const document = compileStrictly(typst, {
    mainFilePath: join(FOLDER, 'pledge.typ'),
    inputs: { data: JSON.stringify(paper) },
  });
  return new Uint8Array(typst.pdf(document, { pdfStandard: 'a-2b', creationTimestamp: createdAt }));
}
