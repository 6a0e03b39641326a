import { beforeAll, describe, expect, test } from 'vitest';
import { compileInput } from '#server/certificates/certificate.print.ts';
import { CertificateCompiler } from '#server/certificates/print/certificate-compiler.ts';
import { readPdf, referenceIn, referencesIn, withReferences } from '#server/certificates/print/pdf-file.ts';
import { typstIsInstalled } from '#server/core/typst.ts';
import { aCertificatePrint } from '#test/builders/certificate-print.builder.ts';

/** More than two parts, the last not full. */
const PAGES = 101;

describe.runIf(typstIsInstalled())('a file bound of several parts', () => {
  let bytes: Buffer;
  let pdf: ReturnType<typeof readPdf>;
  beforeAll(async () => {
    const rows = Array.from({ length: PAGES }, (_, index) =>
      aCertificatePrint({ name: `Bà Tẩn Mẩy Sểnh ${index + 1}`, goldenBookNumber: index + 1 }),
    );
    const parts: Uint8Array[] = [];
    await new CertificateCompiler().compile(compileInput(rows, { demo: true }), (part) => parts.push(part));
    bytes = Buffer.concat(parts);
    pdf = readPdf(bytes); // also finds every object where the table says
  });
  const text = (number: number) => pdf.objects.get(number)?.text ?? '';
  const pages = () => referencesIn(text(referenceIn(text(pdf.catalog), 'Pages')), 'Kids');

  test('refers only to objects that are there, and holds none twice', () => {
    const numbers = new Set<number>();
    for (const { text: one } of pdf.objects.values()) withReferences(one, (number) => numbers.add(number).size);
    expect([...numbers].filter((number) => !pdf.objects.has(number))).toEqual([]);
    expect(bytes.toString('latin1').match(/\/Type \/(Catalog|Metadata|Pages|StructTreeRoot)\n/g)).toHaveLength(4);
    expect(bytes.toString('latin1').match(/\/GTS_PDFA1/g)).toHaveLength(1);
  });

  test('every page lies over the frame and has its own place in the tree of tags', () => {
    expect(pages()).toHaveLength(PAGES);
    const tree = text(referenceIn(text(pdf.catalog), 'StructTreeRoot'));
    const keys = text(referenceIn(tree, 'ParentTree')).match(/\d+ \d+ 0 R/g);
    expect(keys).toHaveLength(PAGES);
    const frames = new Set<string>();
    for (const [at, number] of pages().entries()) {
      expect(text(number)).toContain(`/StructParents ${at}\n`);
      const [call, content] = referencesIn(text(number), 'Contents');
      expect(Buffer.from(pdf.objects.get(call!)!.stream!).toString()).toContain('/frame Do');
      expect(pdf.objects.has(content!)).toBe(true);
      frames.add(/\/frame (\d+) 0 R/.exec(text(number))![1]!);
    }
    expect(frames.size).toBe(1);
  });

  test('its list of contents names each page and leads to it', () => {
    const titles: string[] = [];
    let at = referenceIn(text(referenceIn(text(pdf.catalog), 'Outlines')), 'First');
    for (let page = 0; !Number.isNaN(at); page += 1) {
      const [, hex = ''] = /\/Title <FEFF([0-9A-F]+)>/.exec(text(at)) ?? [];
      titles.push(Buffer.from(hex, 'hex').swap16().toString('utf16le'));
      expect(referencesIn(text(at), 'Dest')).toEqual([pages()[page]]);
      at = referenceIn(text(at), 'Next');
    }
    expect(titles).toHaveLength(PAGES);
    expect(titles[100]).toBe('101. Bà Tẩn Mẩy Sểnh 101');
  });

  test('its identifier is that of the whole, in the trailer and in the metadata', () => {
    const metadata = pdf.objects.get(referenceIn(text(pdf.catalog), 'Metadata'))!;
    const xmp = Buffer.from(metadata.stream!).toString();
    expect(xmp).toContain(`<xmpMM:InstanceID>${pdf.id[1]}<`);
    expect(xmp).toContain(`<xmpTPg:NPages>${PAGES}<`);
  });
});

test('a reference in words is no reference', () => {
  const given = '<< /Title (see 4 0 R \\) 5 0 R (6 0 R)) /A 7 0 R /B [8 0 R 9] /C <00FF> >>';
  expect(withReferences(given, (number) => number + 100)).toBe(
    '<< /Title (see 4 0 R \\) 5 0 R (6 0 R)) /A 107 0 R /B [108 0 R 9] /C <00FF> >>',
  );
});

test('a file built in another way is refused, not misread', () => {
  const stream = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /XRef >>\nendobj\nstartxref\n9\n%%EOF');
  expect(() => readPdf(stream)).toThrow(/not built as Typst/);
});
