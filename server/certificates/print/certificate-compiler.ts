import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { certificateFrameSvg } from '#server/certificates/print/certificate-frame.ts';
import type { CertificateLayout } from '#server/certificates/print/certificate-layout.ts';
import { PdfBinder } from '#server/certificates/print/pdf-binder.ts';
import { qrSvg } from '#server/certificates/print/qr-svg.ts';
import { compileStrictly, createTypst, type TypstCompiler, type TypstDocument } from '#server/core/typst.ts';

/** One page's texts by the keys of the layout's fields; several strings are several lines. */
export type PageTexts = Readonly<Record<string, string | readonly string[]>>;

/** What a batch is compiled from: data only, no words of its own. */
export type CompileInput = Readonly<{
  /** `qr` is the address in the QR code; null prints none. `title` is the page's line in the list of contents. */
  rows: readonly Readonly<{ id: string; title: string; texts: PageTexts; qr: string | null }>[];
  layout: CertificateLayout;
  title: string;
  author: string;
  words: Readonly<{ scan: string; demo: string }>;
  demo: boolean;
  overlay: boolean;
  /** Printer calibration in mm: positive moves right and down. */
  shift: Readonly<{ x: number; y: number }>;
  /** Seconds since 1970 written into the file; fixed, so that the same input gives the same bytes. */
  createdAt: number;
}>;

/** A text that did not fit at its full size. */
export type FitNote = Readonly<{
  id: string;
  field: string;
  tenthsOfPoint: number;
  wraps: boolean;
  overflows: boolean;
}>;

export type CompileOutput = Readonly<{ fits: readonly FitNote[]; pages: number }>;

const FOLDER = dirname(fileURLToPath(import.meta.url));
const TEMPLATE = join(FOLDER, 'certificate.typ');
const FONTS = ['@expo-google-fonts/tinos', '@expo-google-fonts/dancing-script'];

/** Pages laid out at a time: Typst holds every page it lays out until the file is written, about 0.4 MB each. */
const PAGES_AT_ONCE = 50;
const PDF_A = 'a-2b';

/** Compiles certificates. Blocks its thread while it works on a part, so it lives in a process of its own. */
export class CertificateCompiler {
  readonly #typst: TypstCompiler;
  readonly #frame: Uint8Array;

  /** @param fontPaths folders of fonts; only tests bring others */
  constructor(fontPaths: string[] = certificateFontPaths()) {
    this.#typst = createTypst(FOLDER, fontPaths);
    this.#typst.mapShadow(join(FOLDER, 'frame.svg'), Buffer.from(certificateFrameSvg()));
    // Typst writes a picture anew on every page; the binder lays this one page under all of them.
    this.#frame = this.#typst.pdf(
      compileStrictly(this.#typst, {
        mainFileContent: `#set page(width: 420mm, height: 297mm, margin: 0mm)\n#image("frame.svg", width: 420mm, height: 297mm, alt: "-")`,
      }),
      { pdfStandard: PDF_A, creationTimestamp: 0 },
    );
  }

  /**
   * One PDF/A-2b file of all rows, a page each, compiled and written part by part.
   *
   * @param write takes the bytes of the file in order
   * @param afterPart e.g. gives the memory of the part back
   * @throws Error with Typst's words when a font or a letter is missing (PDF/A refuses to print a blank)
   */
  async compile(
    input: CompileInput,
    write: (bytes: Uint8Array) => void,
    afterPart: () => Promise<void> = async () => {},
  ): Promise<CompileOutput> {
    const binder = new PdfBinder(write, input.overlay ? undefined : this.#frame);
    const fits: FitNote[] = [];
    for (let from = 0; from < input.rows.length; from += PAGES_AT_ONCE) {
      const rows = input.rows.slice(from, from + PAGES_AT_ONCE);
      this.#addPart(binder, { ...input, rows }, fits);
      await afterPart();
    }
    binder.finish();
    return { fits, pages: binder.pages };
  }

  /** The same pages as one SVG picture, for looking at on a screen. */
  preview(input: CompileInput): string {
    return this.#typst.plainSvg(this.#layOut(input, input.overlay ? null : 'frame.svg'));
  }

  #addPart(binder: PdfBinder, part: CompileInput, fits: FitNote[]): void {
    const document = this.#layOut(part, null);
    const pdf = this.#typst.pdf(document, { pdfStandard: PDF_A, creationTimestamp: part.createdAt });
    const titles = part.rows.map(({ title }) => title);
    binder.add(pdf, titles);
    fits.push(...this.#fits(document));
    this.#typst.evictCache(0);
  }

  #layOut(input: CompileInput, frame: string | null): TypstDocument {
    const { createdAt: _createdAt, ...data } = input;
    const rows = input.rows.map((row) => ({ ...row, qr: row.qr === null ? null : qrSvg(row.qr) }));
    return compileStrictly(this.#typst, {
      mainFilePath: TEMPLATE,
      inputs: { data: JSON.stringify({ ...data, rows, frame }) },
    });
  }

  #fits(document: TypstDocument): FitNote[] {
    return this.#typst.query(document, { selector: '<fit>', field: 'value' }) as FitNote[];
  }
}

/** The folders of the two typefaces in node_modules: whole TTF files with all Vietnamese letters. */
export function certificateFontPaths(): string[] {
  return FONTS.map((name) => dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`))));
}
