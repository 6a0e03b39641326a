import { afterAll, expect, test } from 'vitest';
import {
  closePrinter,
  compileInput,
  fitReport,
  printAvailable,
  printCertificates,
} from '#server/certificates/certificate.print.ts';
import { CERTIFICATE_REASONS } from '#shared/certificates/certificates.reasons.ts';
import { aCertificatePrint } from '#test/builders/certificate-print.builder.ts';
import { pdfPages } from '#test/server/certificates/pdf-text.ts';

afterAll(closePrinter);
const runs = test.runIf(printAvailable().length === 0);

runs('each row is a page with every line of the form, in order', async () => {
  const pages = pdfPages(
    await printCertificates(
      [aCertificatePrint(), aCertificatePrint({ name: 'Ông Lò Văn Khuông', goldenBookNumber: 393 })],
      { demo: false },
    ),
  );

  expect(pages).toHaveLength(2);
  expect(pages[0]!.replaceAll(/\s+/g, ' ')).toBe(
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN TẶNG BẰNG KHEN ' +
      'Tổ tự quản đường biên, mốc giới và an ninh trật tự xóm Nà Mẫu, xã Quang Mẫu, huyện Hà Quảng, tỉnh Cao Bằng ' +
      'Đã có thành tích xuất sắc, tiêu biểu trong thực hiện phong trào thi đua Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc năm 2023 ' +
      'Quyết định số 372/QĐ-UBND ngày 27 tháng 02 năm 2024 Số sổ vàng: 391 Lạng Sơn, ngày 27 tháng 02 năm 2024 ' +
      'CHỦ TỊCH Hồ Tiến Thiệu Quét mã để xác thực ABCD-EFGH-JKMN-PQRS-T',
  );
  expect(pages[1]).toContain('Ông Lò Văn Khuông');
});

runs('an office that wants no QR code on its paper gets none, and no code below it', async () => {
  const [page] = pdfPages(await printCertificates([aCertificatePrint({ verifyUrl: null })], { demo: false }));

  expect(page).toContain('Số sổ vàng: 391');
  expect(page).not.toContain('Quét mã');
  expect(page).not.toContain('ABCD-EFGH');
});

runs('the demonstration says so across each page', async () => {
  const rows = [aCertificatePrint(), aCertificatePrint()];
  for (const page of pdfPages(await printCertificates(rows, { demo: true }))) expect(page).toContain('BẢN MINH HỌA');
  for (const page of pdfPages(await printCertificates(rows, { demo: false }))) expect(page).not.toContain('MINH HỌA');
});

runs('on a pre-printed blank only the changing text is printed', async () => {
  const pdf = await printCertificates([aCertificatePrint()], { demo: false, overlay: true });
  const [page] = pdfPages(pdf);

  expect(page).toContain('Hồ Tiến Thiệu');
  for (const preprinted of ['CỘNG HÒA', 'LẠNG SƠN', 'TẶNG', 'BẰNG KHEN']) expect(page).not.toContain(preprinted);
  expect(pdf.length).toBeLessThan((await printCertificates([aCertificatePrint()], { demo: false })).length - 30_000);
});

runs('the same rows give the same bytes', async () => {
  const rows = [aCertificatePrint(), aCertificatePrint({ goldenBookNumber: 392 })];
  const once = await printCertificates(rows, { demo: true });
  const twice = await printCertificates(rows, { demo: true });
  expect(Buffer.from(twice).equals(Buffer.from(once))).toBe(true);
});

runs('a thousand certificates are one file, in the order of the golden book', { timeout: 240_000 }, async () => {
  const rows = Array.from({ length: 1000 }, (_, index) =>
    aCertificatePrint({ id: `c${index}`, name: `Ông Lò Văn Khuông ${index + 1}`, goldenBookNumber: index + 1 }),
  );
  const pdf = await printCertificates(rows, { demo: true });
  const pages = pdfPages(pdf);

  expect(pages).toHaveLength(1000);
  for (const [index, page] of pages.entries()) {
    expect(page).toContain(`Số sổ vàng: ${index + 1}\n`);
    expect(page).toContain(`Ông Lò Văn Khuông ${index + 1}\n`);
    expect(page).toContain('BẢN MINH HỌA');
  }
  const text = Buffer.from(pdf).toString('latin1');
  expect(text).toContain('<xmpTPg:NPages>1000<');
  expect(text.match(/\/Subtype \/Form/g)).toHaveLength(1); // the frame, once
  expect(pdf.length).toBeLessThan(12_000_000);
});

runs('an overlong job is refused before any work, an empty one too', async () => {
  const many = Array.from({ length: 1001 }, () => aCertificatePrint());
  await expect(printCertificates([], { demo: true })).rejects.toMatchObject({
    reasons: [{ code: 'certificate.print-nothing' }],
  });
  await expect(printCertificates(many, { demo: true })).rejects.toMatchObject({
    reasons: [{ code: 'certificate.print-too-many', facts: { maxCount: 1000 } }],
  });
});

runs('the file calls itself PDF/A-2b and carries the day of the decision', async () => {
  const text = Buffer.from(await printCertificates([aCertificatePrint()], { demo: true })).toString('latin1');

  expect(text).toMatch(/pdfaid:part>2</);
  expect(text).toMatch(/pdfaid:conformance>B</);
  expect(text).toContain('2024-02-27');
});

runs('a name is data: markup of the typesetter prints as it was typed', async () => {
  const name = '#set page(fill: red) *x* $x$ \\ _y_';
  expect(pdfPages(await printCertificates([aCertificatePrint({ name })], { demo: true }))[0]).toContain(name);
});

runs('decomposed letters are composed, so that the text of the PDF can be searched', async () => {
  const row = aCertificatePrint({ name: 'Bà Tẩn Mẩy Sểnh'.normalize('NFD') });
  expect(pdfPages(await printCertificates([row], { demo: true }))[0]).toContain('Bà Tẩn Mẩy Sểnh');
});

runs('a letter without glyph is refused, never blank', async () => {
  await expect(printCertificates([aCertificatePrint({ name: 'Ông 汉' })], { demo: true })).rejects.toMatchObject({
    kind: 'refused',
    reasons: [{ code: 'certificate.letter-missing', facts: { text: '汉' } }],
  });
});

runs('the fit report names what a person should look at', async () => {
  const report = await fitReport([
    aCertificatePrint({ id: 'short', name: 'Ông Giàng A Sùa' }),
    aCertificatePrint({ id: 'one-line' }),
    aCertificatePrint({ id: 'wrapped', name: `Nhân dân và cán bộ ${'các thôn biên giới '.repeat(5)}xã Tân Mẫu` }),
    aCertificatePrint({ id: 'too-long', name: 'Ban Chỉ đạo phong trào '.repeat(60) }),
    aCertificatePrint({ id: 'no-spaces', name: 'Ư'.repeat(300) }),
  ]);

  expect(report.map(({ id, field, wraps, overflows }) => ({ id, field, wraps, overflows }))).toEqual([
    { id: 'wrapped', field: 'name', wraps: true, overflows: false },
    { id: 'too-long', field: 'name', wraps: true, overflows: true },
    { id: 'no-spaces', field: 'name', wraps: true, overflows: true },
  ]);
  expect(report[0]!.sizePoints).toBeGreaterThanOrEqual(20);
});

test('every refusal of printing has words', () => {
  for (const code of ['print-platform', 'print-nothing', 'print-too-many', 'letter-missing']) {
    expect(CERTIFICATE_REASONS[`certificate.${code}`]?.vi).toMatch(/\.$/);
  }
});

test('the capacity is one or two lines and the date is written as in a decision', () => {
  const { texts } = compileInput(
    [aCertificatePrint({ capacityLines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], decisionOn: '2023-01-05' })],
    { demo: false },
  ).rows[0]!;
  expect(texts.capacity).toEqual(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
  expect(texts.placeAndDate).toBe('Lạng Sơn, ngày 05 tháng 01 năm 2023');
});

test('what the training copy prints says so across, and bears a number of no real book', () => {
  const paper = compileInput([aCertificatePrint({ goldenBookNumber: 12 })], { demo: false, training: true });
  expect(paper.demo).toBe(true);
  expect(paper.words.demo).toBe('TẬP HUẤN');
  expect(paper.rows[0]!.texts.goldenBook).toBe('Số sổ vàng: TH-12');
  const real = compileInput([aCertificatePrint({ goldenBookNumber: 12 })], { demo: false });
  expect(real.demo).toBe(false);
  expect(real.rows[0]!.texts.goldenBook).toBe('Số sổ vàng: 12');
});
