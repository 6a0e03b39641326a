import PizZip from 'pizzip';
import { beforeAll, expect, test } from 'vitest';
import { paperOf } from '#server/pledges/pledge.print.ts';
import { viewPledge } from '#server/pledges/pledge-view.service.ts';
import { pledgeWord } from '#server/pledges/pledge-word.print.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { DEMO_ACTORS, givenDemo } from '#test/builders/demo.builder.ts';
import { testDb } from '#test/core/test-db.ts';

type View = Awaited<ReturnType<typeof viewPledge>>;
let view: Extract<View, { pledge: { id: string } }>;

beforeAll(async () => {
  const db = await testDb();
  const { contextOf } = await givenDemo(db);
  const { id } = await db.reads
    .selectFrom('clusterYear')
    .select('id')
    .where('year', '=', 2024)
    .executeTakeFirstOrThrow();
  const actor = DEMO_ACTORS.caobang;
  const access = accessFor(actor, 'pledges.ofYear')!;
  const shown = await viewPledge({ ...contextOf(actor), actor, procedure: 'pledges.ofYear', access }, id);
  if (shown.pledge === null) throw new Error('the demo has no pledge of 2024');
  view = shown;
});

const xmlOf = (file: Uint8Array) => new PizZip(file).file('word/document.xml')!.asText();
const textOf = (file: Uint8Array) =>
  xmlOf(file)
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');

test('the Word file says what the PDF says: heading, text, every target, who signed, the code', () => {
  const file = pledgeWord(paperOf(view, true));
  const text = textOf(file);
  for (const part of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'GIAO ƯỚC THI ĐUA',
    'BẢN MINH HỌA',
    'TỈNH CAO BẰNG',
    '(Chưa ký)',
  ])
    expect(text, part).toContain(part);
  for (const line of view.pledge.jointText.split('\n').filter(Boolean)) expect(text).toContain(line.trim());
  for (const { name, decimals, targets } of view.pledge.indicators) {
    expect(text).toContain(name);
    for (const value of targets) if (value !== null) expect(text).toContain(formatScaled(value, decimals));
  }
  expect(xmlOf(file).match(/<w:sectPr>/g)).toHaveLength(2);
  // The code stands on every page, and so does the mark of the demo.
  const foot = new PizZip(file).file('word/footer1.xml')!.asText();
  expect(foot).toContain(view.pledge.contentHash!);
  expect(foot).toContain('BẢN MINH HỌA');
});

test('who signs stands under the text: no heading alone, seven in two lines, the last two together', () => {
  const paper = paperOf(view, false);
  const blocks = paper.signing.blocks.map((block) => ({ ...block, name: 'Nguyễn Văn Mẫu' }));
  const xml = xmlOf(pledgeWord({ ...paper, signing: { ...paper.signing, blocks } }));
  const [signing = ''] = /ĐẠI DIỆN CÁC ĐƠN VỊ KÝ KẾT.*?<w:sectPr>/s.exec(xml) ?? [];
  expect(/<w:p><w:pPr><w:keepNext\/>(?:(?!<w:p>).)*ĐẠI DIỆN CÁC ĐƠN VỊ KÝ KẾT/s.test(xml)).toBe(true);
  expect(signing.match(/<w:tr>.*?<\/w:tr>/gs)!.map((line) => line.match(/<w:tc>/g)!.length)).toEqual([4, 3]);
  expect(signing.match(/Nguyễn Văn Mẫu/g)).toHaveLength(7);
  const [first = '', second = ''] = signing.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
  const stays = (table: string) => /<w:keepNext\/>(?:(?!<w:p>).)*(?:Đã ký|Chưa ký)/s.test(table);
  expect([stays(first), stays(second)]).toEqual([true, false]);
  // Offices of fewer lines leave the rest empty, so that all names of a line stand at one height.
  for (const line of signing.match(/<w:tr>.*?<\/w:tr>/gs)!) {
    const counts = line.match(/<w:tc>.*?<\/w:tc>/gs)!.map((one) => one.match(/<w:p>/g)!.length);
    expect(new Set(counts).size).toBe(1);
  }
});

test('signs of XML in a text stay text; a cluster of many members has its columns on two sheets', () => {
  const [indicator] = view.pledge.indicators;
  const many = Array.from({ length: 20 }, (_, at) => ({ ...view.members[0]!, unitId: `x${at}`, name: `Xã Mẫu ${at}` }));
  const crowd = {
    ...view,
    members: many,
    pledge: {
      ...view.pledge,
      jointText: 'Đạt <100% & hơn thế nữa; thi đua lập thành tích.',
      indicators: [{ ...indicator!, targets: many.map(() => 1_000) }],
      signatures: [],
    },
  };
  const file = pledgeWord(paperOf(crowd, false));
  expect(textOf(file)).toContain('Đạt <100% & hơn thế nữa');
  expect(xmlOf(file)).toContain('Đạt &lt;100% &amp; hơn');
  expect(textOf(file)).toContain('Xã Mẫu 19');
  expect(textOf(file)).not.toContain('BẢN MINH HỌA');
  const tables = /ĐĂNG KÝ CHỈ TIÊU.*/s.exec(xmlOf(file))![0].match(/<w:tbl>.*?<\/w:tbl>/gs)!;
  expect(tables.map((one) => one.match(/<w:gridCol /g)!.length)).toEqual([13, 13]);
  for (const one of tables) expect(one).toContain('>Toàn cụm<');
});
