import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileStrictly, createTypst } from '#server/core/typst.ts';

/** Everything the paper shows, as it is to be printed; official papers are Vietnamese only. */
export type PledgePaper = Readonly<{
  title: string;
  author: string;
  demo: boolean;
  words: Readonly<{
    demo: string;
    foot: string;
    page: string;
    number: string;
    indicator: string;
    /** Under the text: where the targets stand. */
    annexBelow: string;
    annex: string;
    /** Above the targets: what they belong to. */
    annexOf: string;
  }>;
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
    /** Members across, so many that they can be read, the cluster last in each; one after another. */
    parts: readonly Readonly<{
      heads: readonly string[];
      rows: readonly Readonly<{ name: string; figures: readonly string[] }>[];
      /** Width of a column of figures in mm, on a sheet that lies. */
      width: number;
    }>[];
    note: string;
  }>;
  signing: Readonly<{
    title: string;
    /** So many beside one another. */
    across: number;
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
