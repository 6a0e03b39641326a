import { createHash } from 'node:crypto';
import {
  type PdfFile,
  readPdf,
  referenceIn,
  referencesIn,
  withReferences,
} from '#server/certificates/print/pdf-file.ts';

type Write = (bytes: Uint8Array) => void;

/** Object numbers of what the bound file has once. */
const PAGES = 1;
const STRUCTURE = 2;
const DOCUMENT = 3;
const PARENTS = 4;
const FRAME = 5;
const FRAME_CALL = 6;
const OUTLINE = 7;
const FIRST_FREE = 8;
const BYTES_OF_ID = 16;

/**
 * Binds PDFs of Typst into one, part by part, so that neither a compiler nor this program ever holds the whole
 * book. Pages, tags and fonts of the parts stay as they are; what describes the file (PDF/A, title, colours) comes
 * from the first part. A page drawn once can lie under every page.
 *
 * @example const binder = new PdfBinder(write, frame); binder.add(part, titles); binder.finish();
 */
export class PdfBinder {
  readonly #write: Write;
  readonly #hasFrame: boolean;
  readonly #offsets: number[] = [];
  readonly #pages: number[] = [];
  readonly #titles: string[] = [];
  readonly #structure: number[] = [];
  readonly #parents: number[] = [];
  readonly #ids: string[] = [];
  #at = 0;
  #next = FIRST_FREE;
  #first: { file: PdfFile; base: number } | undefined;

  /**
   * @param write takes the bytes of the bound file in order
   * @param frame a PDF whose first page lies under every page; its tags are left out, it is decoration
   */
  constructor(write: Write, frame?: Uint8Array) {
    this.#write = write;
    this.#hasFrame = frame !== undefined;
    this.#put('%PDF-1.7\n%\x80\x80\x80\x80\n\n');
    if (frame) this.#addFrame(readPdf(frame));
  }

  get pages(): number {
    return this.#pages.length;
  }

  /** @param titles what the list of contents calls each page of this part */
  add(part: Uint8Array, titles: readonly string[]): void {
    const file = readPdf(part);
    const base = this.#next;
    const catalog = textOf(file, file.catalog);
    const pages = referenceIn(catalog, 'Pages');
    const tree = referenceIn(catalog, 'StructTreeRoot');
    const document = referencesIn(textOf(file, tree), 'K')[0] ?? Number.NaN;
    const kids = referencesIn(textOf(file, pages), 'Kids');
    if (kids.length !== titles.length) throw new Error(`${kids.length} pages with ${titles.length} titles`);

    const same = new Map([
      [pages, PAGES],
      [tree, STRUCTURE],
      [document, DOCUMENT],
    ]);
    const renumber = (number: number) => same.get(number) ?? base + number;
    const left = new Set([file.catalog, file.info, referenceIn(catalog, 'Metadata'), ...same.keys()]);
    if (this.#first) for (const number of intentsOf(file)) left.add(number);
    const isPage = new Set(kids);
    const parentsBefore = this.#parents.length;
    for (const [number, { text, stream }] of file.objects) {
      if (left.has(number)) continue;
      // Its key in the tree of tags comes after those of the parts before.
      const moved = withReferences(text, renumber).replace(
        /(\/StructParents?) (\d+)/,
        (_, name, key) => `${name} ${Number(key) + parentsBefore}`,
      );
      this.#object(base + number, isPage.has(number) ? this.#overFrame(moved) : moved, stream);
    }
    this.#pages.push(...kids.map(renumber));
    this.#titles.push(...titles);
    this.#structure.push(...referencesIn(textOf(file, document), 'K').map(renumber));
    this.#parents.push(...parentsOf(textOf(file, tree)).map(renumber));
    this.#ids.push(file.id[1]);
    this.#next = base + Math.max(...file.objects.keys()) + 1;
    // The first part's own Catalog, Info and metadata are written at the end; its other parts may be freed.
    this.#first ??= { file: kept(file), base };
  }

  /** Writes what needs to know all parts. Nothing can be added afterwards. */
  finish(): void {
    if (!this.#first) throw new Error('A bound PDF needs a part');
    const { file, base } = this.#first;
    const list = (numbers: readonly number[]) => numbers.map((number) => `${number} 0 R`).join(' ');
    this.#object(PAGES, `<<\n/Type /Pages\n/Count ${this.#pages.length}\n/Kids [${list(this.#pages)}]\n>>`);
    const tree = referenceIn(textOf(file, file.catalog), 'StructTreeRoot');
    this.#object(
      STRUCTURE,
      `<<\n/Type /StructTreeRoot\n${/\/RoleMap <<[^>]*>>/.exec(textOf(file, tree))?.[0] ?? ''}\n/K [${DOCUMENT} 0 R]\n` +
        `/ParentTree ${PARENTS} 0 R\n/ParentTreeNextKey ${this.#parents.length}\n>>`,
    );
    this.#object(
      DOCUMENT,
      `<<\n/Type /StructElem\n/S /Document\n/P ${STRUCTURE} 0 R\n/K [${list(this.#structure)}]\n>>`,
    );
    this.#object(PARENTS, `<< /Nums [${this.#parents.map((number, key) => `${key} ${number} 0 R`).join(' ')}] >>`);
    this.#outline();
    const id = this.#describe(file, base);
    const [catalog, info] = [base + file.catalog, base + file.info];
    const table = this.#at;
    this.#put(`xref\n0 ${this.#next}\n0000000000 65535 f \n`);
    for (let number = 1; number < this.#next; number += 1) {
      const offset = this.#offsets[number];
      this.#put(offset === undefined ? '0000000000 00000 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`);
    }
    this.#put(
      `trailer\n<<\n/Size ${this.#next}\n/Root ${catalog} 0 R\n/Info ${info} 0 R\n/ID [(${file.id[0]}) (${id})]\n>>\n` +
        `startxref\n${table}\n%%EOF`,
    );
  }

  /** Catalog, Info and XMP of the first part, with the number of pages and an identifier of the whole. */
  #describe(file: PdfFile, base: number): string {
    const id = createHash('sha256').update(this.#ids.join('\n')).digest().subarray(0, BYTES_OF_ID).toString('base64');
    const renumber = (number: number) => {
      if (number === referenceIn(textOf(file, file.catalog), 'Pages')) return PAGES;
      return number === referenceIn(textOf(file, file.catalog), 'StructTreeRoot') ? STRUCTURE : base + number;
    };
    const metadata = referenceIn(textOf(file, file.catalog), 'Metadata');
    const xmp = Buffer.from(file.objects.get(metadata)?.stream ?? [])
      .toString('utf8')
      .replace(/<xmpTPg:NPages>\d+</, `<xmpTPg:NPages>${this.#pages.length}<`)
      .replaceAll(file.id[1], id);
    this.#object(base + metadata, textOf(file, metadata), Buffer.from(xmp));
    this.#object(base + file.info, textOf(file, file.info));
    const catalog = withReferences(textOf(file, file.catalog), renumber);
    const contents = this.#pages.length > 1 ? `/Outlines ${OUTLINE} 0 R\n` : '';
    this.#object(base + file.catalog, catalog.replace(/>>$/, `${contents}>>`));
    return id;
  }

  /** A list of contents, a line a page, so that one of a thousand certificates is found without paging. */
  #outline(): void {
    if (this.#pages.length < 2) return;
    const first = this.#next;
    const last = first + this.#pages.length - 1;
    this.#object(OUTLINE, `<< /Type /Outlines /First ${first} 0 R /Last ${last} 0 R /Count ${this.#pages.length} >>`);
    for (const [at, page] of this.#pages.entries()) {
      const number = first + at;
      const previous = number > first ? `/Prev ${number - 1} 0 R ` : '';
      const next = number < last ? `/Next ${number + 1} 0 R ` : '';
      this.#object(
        number,
        `<< /Title ${hexText(this.#titles[at] ?? '')} /Parent ${OUTLINE} 0 R ${previous}${next}/Dest [${page} 0 R /Fit] >>`,
      );
    }
    this.#next = last + 1;
  }

  #addFrame(file: PdfFile): void {
    const page = textOf(file, referencesIn(textOf(file, referenceIn(textOf(file, file.catalog), 'Pages')), 'Kids')[0]!);
    const content = file.objects.get(referenceIn(page, 'Contents'));
    const box = /\/MediaBox (\[[^\]]*\])/.exec(page)?.[1];
    const resources = /\/Resources (<<[\s\S]*?\n {2}>>)\n {2}\//.exec(page)?.[1];
    if (!content?.stream || !box || !resources) throw new Error('The frame is not one page of paths');
    const base = this.#next;
    const renumber = (number: number) => base + number;
    for (const number of referredTo(file, resources)) {
      const { text, stream } = file.objects.get(number)!;
      this.#object(base + number, withReferences(text, renumber), stream);
    }
    this.#object(
      FRAME,
      `<<\n/Type /XObject\n/Subtype /Form\n/BBox ${box}\n/Resources ${withReferences(resources, renumber)}\n` +
        content.text.replace(/^<<\n/, ''),
      content.stream,
    );
    const call = Buffer.from('/Artifact BMC\nq\n/frame Do\nQ\nEMC\n');
    this.#object(FRAME_CALL, '<<\n>>', call);
    this.#next = base + Math.max(...file.objects.keys()) + 1;
  }

  /** A page whose contents begin with the frame. */
  #overFrame(page: string): string {
    if (!this.#hasFrame) return page;
    const call = `/frame ${FRAME} 0 R`;
    const named = /\/XObject <</.test(page)
      ? page.replace('/XObject <<', `/XObject << ${call}`)
      : page.replace('/Resources <<', `/Resources << /XObject << ${call} >>`);
    return named.replace(/\/Contents (\d+) 0 R/, (_, content) => `/Contents [${FRAME_CALL} 0 R ${content} 0 R]`);
  }

  #object(number: number, text: string, stream: Uint8Array | null = null): void {
    this.#offsets[number] = this.#at;
    if (stream === null) {
      this.#put(`${number} 0 obj\n${text}\nendobj\n\n`);
      return;
    }
    const sized = /\/Length \d+/.test(text)
      ? text.replace(/\/Length \d+/, `/Length ${stream.length}`)
      : text.replace(/>>$/, `/Length ${stream.length}\n>>`);
    this.#put(`${number} 0 obj\n${sized}\nstream\n`);
    this.#out(stream);
    this.#put('\nendstream\nendobj\n\n');
  }

  #put(text: string): void {
    this.#out(Buffer.from(text, 'latin1'));
  }

  #out(bytes: Uint8Array): void {
    this.#at += bytes.length;
    this.#write(bytes);
  }
}

function textOf(file: PdfFile, number: number): string {
  return file.objects.get(number)?.text ?? '';
}

/** The list of output intents (what the colours mean) and its entries, which a bound file has once. */
function intentsOf(file: PdfFile): number[] {
  const list = referenceIn(textOf(file, file.catalog), 'OutputIntents');
  return [list, ...[...textOf(file, list).matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))];
}

/** The first part's describing objects without the rest, so that its pages can be freed. */
function kept(file: PdfFile): PdfFile {
  const catalog = textOf(file, file.catalog);
  const numbers = [file.catalog, file.info, referenceIn(catalog, 'Metadata'), referenceIn(catalog, 'StructTreeRoot')];
  const copies = numbers.map((number) => {
    const { text, stream } = file.objects.get(number)!;
    return [number, { text, stream: stream && Uint8Array.from(stream) }] as const;
  });
  return { ...file, objects: new Map(copies) };
}

/** Keys of pages come first and in order: `/Nums [0 5 0 R 1 6 0 R]`. */
function parentsOf(tree: string): number[] {
  const list = /\/Nums \[([^\]]*)\]/.exec(tree)?.[1] ?? '';
  return [...list.matchAll(/(\d+) (\d+) 0 R/g)].map(([, key, number], at) => {
    if (Number(key) !== at) throw new Error(`The tree of tags has key ${key} in place ${at}`);
    return Number(number);
  });
}

function referredTo(file: PdfFile, text: string, found = new Set<number>()): Set<number> {
  for (const [, number] of text.matchAll(/\b(\d+) 0 R\b/g)) {
    if (found.has(Number(number))) continue;
    found.add(Number(number));
    referredTo(file, textOf(file, Number(number)), found);
  }
  return found;
}

function hexText(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
