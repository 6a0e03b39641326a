import { isDateFormat } from '#server/imports/reading/raw-rows.ts';
import { attribute, decodeXml, XmlScanner } from '#server/imports/reading/xml-scanner.ts';
import type { GuardedZip } from '#server/imports/reading/zip-guard.ts';

/** The sheets of a workbook with the part each stands in. */
export type XlsxSheet = { name: string; part: string; isHidden: boolean };
/** By number of a cell's format: is it a day, which digits, in which font. */
export type XlsxStyle = { isDate: boolean; format: string | undefined; font: string | null };
/** The table of texts; `fonts` where a text has a font of its own. */
export type SharedStrings = { texts: string[]; fonts: Map<number, string> };

/** Feeds a part to a scanner. */
export async function scanPart(zip: GuardedZip, part: string, scanner: XmlScanner): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of zip.read(part)) scanner.write(decoder.decode(chunk, { stream: true }));
  scanner.write(decoder.decode());
  scanner.end();
}

/** Tells every opening tag of a small part. */
async function eachTag(zip: GuardedZip, part: string, open: (name: string, tag: string) => void): Promise<void> {
  if (!zip.has(part)) return;
  await scanPart(zip, part, new XmlScanner({ open, close: () => {}, text: () => {}, wantsText: () => false }));
}

/** Content types by part name, as [Content_Types].xml gives them. */
export async function contentTypes(zip: GuardedZip): Promise<ReadonlyMap<string, string>> {
  const types = new Map<string, string>();
  await eachTag(zip, '[Content_Types].xml', (name, tag) => {
    if (name === 'Override')
      types.set(withoutSlash(attribute(tag, 'PartName') ?? ''), attribute(tag, 'ContentType') ?? '');
    if (name === 'Default') types.set(`*.${attribute(tag, 'Extension')}`, attribute(tag, 'ContentType') ?? '');
  });
  return types;
}

/** The sheets in their order, and whether days count from 1904. */
export async function readXlsxSheets(
  zip: GuardedZip,
  workbookPart: string,
): Promise<{ sheets: XlsxSheet[]; is1904: boolean; stylesPart: string | null; stringsPart: string | null }> {
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  const target = new Map<string, string>();
  let stylesPart: string | null = null;
  let stringsPart: string | null = null;
  const relations = `${folder}_rels/${workbookPart.slice(folder.length)}.rels`;
  await eachTag(zip, relations, (name, tag) => {
    if (name !== 'Relationship') return;
    const part = resolve(folder, attribute(tag, 'Target') ?? '');
    const type = attribute(tag, 'Type') ?? '';
    if (type.endsWith('/worksheet')) target.set(attribute(tag, 'Id') ?? '', part);
    if (type.endsWith('/styles')) stylesPart = part;
    if (type.endsWith('/sharedStrings')) stringsPart = part;
  });
  const sheets: XlsxSheet[] = [];
  let is1904 = false;
  await eachTag(zip, workbookPart, (name, tag) => {
    if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attribute(tag, 'date1904') ?? '');
    if (name !== 'sheet') return;
    const id = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '';
    const part = target.get(id);
    // Sheets of diagrams have no rows.
    if (part !== undefined && zip.has(part))
      sheets.push({
        name: attribute(tag, 'name') ?? '',
        part,
        isHidden: /^(hidden|veryHidden)$/.test(attribute(tag, 'state') ?? ''),
      });
  });
  return { sheets, is1904, stylesPart, stringsPart };
}

export async function readXlsxStyles(zip: GuardedZip, part: string | null): Promise<XlsxStyle[]> {
  const styles: XlsxStyle[] = [];
  const fonts: (string | null)[] = [];
  const codes = new Map<number, string>();
  let within = '';
  if (part === null) return styles;
  await eachTag(zip, part, (name, tag) => {
    if (name === 'fonts' || name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs' || name === 'fills')
      within = name;
    else if (name === 'numFmt' && within !== 'dxfs')
      codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
    else if (within === 'fonts' && name === 'font') fonts.push(null);
    else if (within === 'fonts' && name === 'name') fonts[fonts.length - 1] = attribute(tag, 'val');
    else if (within === 'cellXfs' && name === 'xf') {
      const id = Number(attribute(tag, 'numFmtId') ?? 0);
      const format = codes.get(id);
      styles.push({
        isDate: isDateFormat(id, format),
        format,
        font: fonts[Number(attribute(tag, 'fontId') ?? 0)] ?? null,
      });
    }
  });
  return styles;
}

export async function readSharedStrings(zip: GuardedZip, part: string | null): Promise<SharedStrings> {
  const texts: string[] = [];
  const fonts = new Map<number, string>();
  if (part === null || !zip.has(part)) return { texts, fonts };
  let current = '';
  let inText = false;
  let phonetic = false;
  await scanPart(
    zip,
    part,
    new XmlScanner({
      open(name, tag) {
        if (name === 't') inText = !phonetic;
        else if (name === 'si') current = '';
        else if (name === 'rPh') phonetic = true;
        else if (name === 'rFont' && !fonts.has(texts.length)) fonts.set(texts.length, attribute(tag, 'val') ?? '');
      },
      close(name) {
        if (name === 't') inText = false;
        else if (name === 'rPh') phonetic = false;
        else if (name === 'si') texts.push(decodeXml(current));
      },
      text(raw) {
        current += raw;
      },
      wantsText: () => inText,
    }),
  );
  return { texts, fonts };
}

function withoutSlash(part: string): string {
  return part.replace(/^\//, '');
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return parts.join('/');
}
