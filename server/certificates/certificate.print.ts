import type { CompileInput, FitNote, PageTexts } from '#server/certificates/print/certificate-compiler.ts';
import { A3_LAYOUT, type CertificateLayout } from '#server/certificates/print/certificate-layout.ts';
import { Printer } from '#server/certificates/print/printer.ts';
import { typstIsInstalled } from '#server/core/typst.ts';
import { groupCode } from '#shared/certificates/verify-code.ts';
import { longDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { refuseIf } from '#shared/core/refusal.ts';
import { TRAINING_MARK } from '#shared/core/training-mark.ts';
import { trainingBookNumber } from '#shared/training/training-series.ts';

/** Everything one certificate (bằng) shows. Texts as they are to be printed; dates YYYY-MM-DD. */
export type CertificatePrint = Readonly<{
  /** Comes back in fit notes. */
  id: string;
  /** 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN' */
  issuerLine: string;
  /** 'BẰNG KHEN' */
  awardTitle: string;
  /** Salutation and name, or the collective (tên in trên bằng). */
  name: string;
  /** Position, unit and address, one or two lines. */
  details: readonly string[];
  /** The common sentence of the decision, 'Đã có thành tích xuất sắc, …'. */
  citation: string;
  /** '372/QĐ-UBND' */
  decisionNumber: string;
  decisionOn: string;
  /** Place before the date, 'Lạng Sơn'. */
  place: string;
  /** ['CHỦ TỊCH'] or ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] */
  capacityLines: readonly string[];
  signatory: string;
  /** Số sổ vàng */
  goldenBookNumber: number;
  /** 17 letters without dashes. */
  verifyCode: string;
  /** Address in the QR code; null prints neither code nor QR. */
  verifyUrl: string | null;
}>;

export type PrintOptions = Readonly<{
  /** Writes 'BẢN MINH HỌA' across: the certificates of the demonstration must not pass for real ones. */
  demo: boolean;
  /** Writes 'TẬP HUẤN' across instead, and marks the number of the golden book. */
  training?: boolean;
  /** Only what a pre-printed blank (phôi bằng) does not carry yet. */
  overlay?: boolean;
  layout?: CertificateLayout;
  /** Calibration of the office's printer in mm: positive moves right and down. */
  shift?: Readonly<{ x: number; y: number }>;
}>;

/** A name or sentence that shrank or wrapped so far that a person should look (tên dài cần xem lại). */
export type FitReport = readonly Readonly<{
  id: string;
  field: 'name' | 'details' | 'citation';
  sizePoints: number;
  wraps: boolean;
  /** Does not fit even at the smallest size: must not be printed. */
  overflows: boolean;
}>[];

/** Five seconds of work and 10 MB of file; a larger decision is printed certificate by certificate or in several files. */
const MOST_PAGES = 1000;
/** Smaller than this a name looks lost on A3. */
const SMALL_NAME_POINTS = 30;

/** How Typst words a letter without a glyph. */
const MISSING_LETTER = /the text `\\?"(.+?)\\?"` could not be displayed with font/;

let printer: Printer | undefined;

/** Why this machine cannot print; empty when it can. */
export function printAvailable(): Reason[] {
  return typstIsInstalled() ? [] : [{ code: 'certificate.print-platform' }];
}

/**
 * One PDF/A-2b file of certificates, a page each, in the order given. The same rows give the same bytes.
 *
 * @throws Refusal when this machine cannot print, for no row, for more than 1,000, and for a letter that the fonts
 *   lack (it would come out blank)
 */
export async function printCertificates(rows: readonly CertificatePrint[], options: PrintOptions): Promise<Uint8Array> {
  return (await compile(rows, options)).pdf;
}

/** Which texts a person should look at before printing. Costs as much as printing. */
export async function fitReport(
  rows: readonly CertificatePrint[],
  layout: CertificateLayout = A3_LAYOUT,
): Promise<FitReport> {
  const { fits } = await compile(rows, { demo: false, layout });
  return fits.filter(needsLook).map(({ id, field, tenthsOfPoint, wraps, overflows }) => ({
    id,
    field: field as FitReport[number]['field'],
    sizePoints: tenthsOfPoint / 10,
    wraps,
    overflows,
  }));
}

/** Ends the print process after the orders already taken; the next order would start a new one. */
export async function closePrinter(): Promise<void> {
  const closing = printer;
  printer = undefined;
  await closing?.close();
}

async function compile(rows: readonly CertificatePrint[], options: PrintOptions) {
  refuseIf(printAvailable());
  if (rows.length === 0) refuseIf([{ code: 'certificate.print-nothing' }]);
  if (rows.length > MOST_PAGES) refuseIf([{ code: 'certificate.print-too-many', facts: { maxCount: MOST_PAGES } }]);
  printer ??= new Printer();
  try {
    return await printer.compile(compileInput(rows, options));
  } catch (error) {
    const [, text] = (error instanceof Error && MISSING_LETTER.exec(error.message)) || [];
    if (text !== undefined) refuseIf([{ code: 'certificate.letter-missing', facts: { text } }]);
    throw error;
  }
}

/** The data the template gets: normalised texts and ready lines. Pure. */
export function compileInput(rows: readonly CertificatePrint[], options: PrintOptions): CompileInput {
  const [first] = rows;
  return {
    rows: rows.map((row) => ({
      id: row.id,
      texts: pageTexts(row, options.training ?? false),
      title: `${row.goldenBookNumber}. ${row.name}`.normalize('NFC'),
      qr: row.verifyUrl,
    })),
    layout: options.layout ?? A3_LAYOUT,
    title: `${first?.awardTitle ?? ''}, Quyết định số ${first?.decisionNumber ?? ''}`.normalize('NFC'),
    author: (first?.issuerLine ?? '').normalize('NFC'),
    words: { scan: 'Quét mã để xác thực', demo: options.training ? TRAINING_MARK : 'BẢN MINH HỌA' },
    demo: options.demo || (options.training ?? false),
    overlay: options.overlay ?? false,
    shift: options.shift ?? { x: 0, y: 0 },
    createdAt: Date.parse(`${first?.decisionOn}T00:00:00Z`) / 1000,
  };
}

function pageTexts(row: CertificatePrint, training: boolean): PageTexts {
  const on = longDate(row.decisionOn);
  const texts: PageTexts = {
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    issuer: row.issuerLine,
    verb: 'TẶNG',
    title: row.awardTitle,
    name: row.name,
    details: row.details,
    citation: row.citation,
    decision: [`Quyết định số ${row.decisionNumber}`, on],
    goldenBook: `Số sổ vàng: ${training ? trainingBookNumber(row.goldenBookNumber) : row.goldenBookNumber}`,
    placeAndDate: `${row.place}, ${on}`,
    capacity: row.capacityLines,
    signatory: row.signatory,
    code: groupCode(row.verifyCode),
  };
  // Decomposed letters look right on paper, but nobody finds them in the PDF's text.
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.normalize('NFC') : value.map((line) => line.normalize('NFC')),
    ]),
  );
}

function needsLook({ field, tenthsOfPoint, wraps, overflows }: FitNote): boolean {
  if (overflows) return true;
  return field === 'name' && (wraps || tenthsOfPoint < SMALL_NAME_POINTS * 10);
}
