import { beforeAll, describe, expect, test } from 'vitest';
import { typstIsInstalled } from '#server/core/typst.ts';
import { paperOf, printPledge } from '#server/pledges/pledge.print.ts';
import { viewPledge } from '#server/pledges/pledge-view.service.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { DEMO_ACTORS, givenDemo } from '#test/builders/demo.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { pdfPages } from '#test/server/certificates/pdf-text.ts';

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

describe.runIf(typstIsInstalled())('the pledge on paper', () => {
  test('shows heading, text, targets and who signed, under the code of its content', async () => {
    const pdf = await printPledge(view, true);
    const pages = pdfPages(pdf);
    const flat = pages.map((page) => page.replace(/\s+/g, ' '));
    expect(flat[0]).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(flat[0]).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(flat[0]).toContain('GIAO ƯỚC THI ĐUA');
    for (const page of flat) {
      expect(page).toContain('BẢN MINH HỌA');
      expect(page).toContain(view.pledge.contentHash);
      expect(page).toContain('Trang');
    }
    const all = flat.join(' ');
    for (const { name } of view.pledge.indicators) expect(all.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
    expect(all).toContain('31.050,0');
    expect(all).toContain('Đã ký ngày 29/02/2024');
    expect(all.match(/Chưa ký/g)).toHaveLength(1);
  });

  test('who signs stands under the text, the targets behind; many members stand on several sheets', async () => {
    const [first = '', second = ''] = pdfPages(await printPledge(view, false)).map((page) => page.replace(/\s+/g, ' '));
    expect(first).toContain('ĐẠI DIỆN CÁC ĐƠN VỊ KÝ KẾT');
    expect(second).toMatch(/PHỤ LỤC.*ĐĂNG KÝ CHỈ TIÊU THI ĐUA.*Kèm theo Giao ước thi đua năm 2024/);

    const many = Array.from({ length: 150 }, (_, at) => ({
      ...view.members[0]!,
      unitId: `x${at}`,
      name: `Xã Mẫu ${at}`,
    }));
    const [indicator] = view.pledge.indicators;
    const crowd = {
      ...view,
      members: many,
      pledge: { ...view.pledge, indicators: [{ ...indicator!, targets: many.map(() => 123_456) }], signatures: [] },
    };
    const pages = pdfPages(await printPledge(crowd, false));
    expect(pages).toHaveLength(14); // the text, and 150 members by twelve
    expect(pages.join(' ').match(/12\.345,6/g)).toHaveLength(150);
  });

  test('the same pledge gives the same bytes; without the demo there is no mark across', async () => {
    const [one, other] = [await printPledge(view, false), await printPledge(view, false)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    expect(pdfPages(one).join(' ')).not.toContain('MINH HỌA');
  });

  test('what a person wrote is never markup', async () => {
    const jointText = '#set page(fill: red) *đậm* $x$ _nghiêng_ <nhãn> @ref // ghi chú';
    const pdf = await printPledge({ ...view, pledge: { ...view.pledge, jointText } }, false);
    expect(pdfPages(pdf)[0]?.replace(/\s+/g, ' ')).toContain('#set page(fill: red) *đậm* $x$ _nghiêng_');
  });
});

test('a draft says that it is one, and bears no code', () => {
  const draft = { ...view, pledge: { ...view.pledge, status: 'draft' as const, contentHash: null, frozenAt: null } };
  const paper = paperOf(draft, false);
  expect(paper.heading.draft).toBe('(Dự thảo)');
  expect(paper.words.foot).toContain('chưa thống nhất');
  expect(paper.closing).toBeNull();
});
