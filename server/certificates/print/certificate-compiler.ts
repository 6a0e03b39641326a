import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { certificateFrameSvg } from '#server/certificates/print/certificate-frame.ts';
import type { CertificateLayout } from '#server/certificates/print/certificate-layout.ts';
import {
  compileStrictly,
  createTypst,
  type TypstCompiler,
  type TypstDocument,
} from '#server/certificates/print/typst.ts';

/** One page's texts by the keys of the layout's fields; several strings are several lines. */
export type PageTexts = Readonly<Record<string, string | readonly string[]>>;

/** What a batch is compiled from: data only, no words of its own. */
export type CompileInput = Readonly<{
  rows: readonly Readonly<{ id: string; texts: PageTexts; qr: Readonly<{ svg: string; modules: number }> | null }>[];
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
  /** 'archive' is PDF/A-2b; 'print' is plain PDF with the frame stored once for all pages. */
  form: 'archive' | 'print';
}>;

/** A text that did not fit at its full size. */
export type FitNote = Readonly<{
  id: string;
  field: string;
  tenthsOfPoint: number;
  wraps: boolean;
  overflows: boolean;
}>;

export type CompileOutput = Readonly<{ pdf: Uint8Array; fits: readonly FitNote[]; pages: number }>;

const FOLDER = dirname(fileURLToPath(import.meta.url));
const TEMPLATE = join(FOLDER, 'certificate.typ');
const FONTS = ['@expo-google-fonts/tinos', '@expo-google-fonts/dancing-script'];

/** Compiles certificates. Blocks its thread while it works, so it lives in a worker. */
export class CertificateCompiler {
  readonly #typst: TypstCompiler;

  /** @param fontPaths folders of fonts; only tests bring others */
  constructor(fontPaths: string[] = certificateFontPaths()) {
    this.#typst = createTypst(FOLDER, fontPaths);
    this.#typst.mapShadow(join(FOLDER, 'frame.svg'), Buffer.from(certificateFrameSvg()));
    // An SVG picture is written anew on every page and a PDF picture once, but PDF/A refuses PDF pictures.
    const framePdf = this.#typst.pdf(
      compileStrictly(this.#typst, {
        mainFileContent: `#set page(width: 420mm, height: 297mm, margin: 0mm)\n#image("frame.svg", width: 420mm, height: 297mm)`,
      }),
      { creationTimestamp: 0 },
    );
    this.#typst.mapShadow(join(FOLDER, 'frame.pdf'), framePdf);
  }

  /** @throws Error with Typst's words when a font or a letter is missing */
  compile(input: CompileInput): CompileOutput {
    // Plain PDF would print a letter no font has as a blank; PDF/A refuses it. Without the frame this is cheap.
    if (input.form === 'print') {
      this.#typst.pdf(this.#layOut(input, null), { pdfStandard: 'a-2b', creationTimestamp: 0 });
    }
    const document = this.#layOut(input);
    const pdf = this.#typst.pdf(document, {
      ...(input.form === 'archive' ? { pdfStandard: 'a-2b' } : {}),
      creationTimestamp: input.createdAt,
    });
    const output = { pdf: new Uint8Array(pdf), fits: this.#fits(document), pages: document.numOfPages };
    this.#typst.evictCache(10);
    return output;
  }

  /** The same pages as one SVG picture, for looking at on a screen. */
  preview(input: CompileInput): string {
    return this.#typst.plainSvg(this.#layOut(input));
  }

  #layOut(input: CompileInput, frame = frameOf(input)): TypstDocument {
    const { form: _form, createdAt: _createdAt, ...data } = input;
    return compileStrictly(this.#typst, {
      mainFilePath: TEMPLATE,
      inputs: { data: JSON.stringify({ ...data, frame }) },
    });
  }

  #fits(document: TypstDocument): FitNote[] {
    return this.#typst.query(document, { selector: '<fit>', field: 'value' }) as FitNote[];
  }
}

function frameOf({ overlay, form }: CompileInput): string | null {
  if (overlay) return null;
  return form === 'archive' ? 'frame.svg' : 'frame.pdf';
}

/** The folders of the two typefaces in node_modules: whole TTF files with all Vietnamese letters. */
export function certificateFontPaths(): string[] {
  return FONTS.map((name) => dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`))));
}
