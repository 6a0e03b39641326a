import { expect, test } from 'vitest';
import { renderVerifyPage } from '#server/verification/verify-page.ts';
import type { PublishedFacts, VerifyResult } from '#shared/verification/verification.schema.ts';

const facts: PublishedFacts = {
  printedName: 'Ông Lò Văn Khuông',
  awardName: 'Bằng khen',
  decisionNumber: '372/QĐ-UBND',
  decisionOn: '2024-02-27',
  issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn',
  signatory: 'Hồ Tiến Thiệu',
  goldenBookNumber: 393,
  decisionSha256: 'a'.repeat(64),
};
const code = 'ABCDEFGHJKMNPQRST';
const options = { demo: false, publicUrl: 'https://tdkt.langson.gov.vn/', lang: 'vi', nonce: 'n0nce' } as const;
const match: VerifyResult = { state: 'match', code, facts, signature: 'valid' };
const all: VerifyResult[] = [
  { state: 'ask' },
  { state: 'malformed', typed: 'xx' },
  { state: 'not-found', code },
  match,
  { state: 'match', code, facts, signature: 'absent' },
  { state: 'signature-mismatch', code, facts },
  { state: 'replaced', code, facts, by: 'reissue', replacedOn: '2024-05-01' },
  { state: 'cancelled', code, facts, cancelledBy: null, cancelledOn: '2024-06-02' },
  { state: 'too-many' },
];

/** What a reader sees: no markup, no style. */
function seen(page: string): string {
  return page
    .replace(/<(style|title)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

test('a match shows what the decision publishes, in words', () => {
  const page = seen(renderVerifyPage(match, options));

  for (const text of [
    'Tra cứu, xác thực khen thưởng',
    'Khớp với Sổ khen thưởng',
    'Tên trên bằng Ông Lò Văn Khuông',
    'Hình thức khen thưởng Bằng khen',
    'Quyết định số 372/QĐ-UBND',
    'Ngày ban hành 27/02/2024',
    'Người ký Hồ Tiến Thiệu',
    'Số sổ vàng 393',
    'ABCD-EFGH-JKMN-PQRS-T',
    'tdkt.langson.gov.vn',
  ]) {
    expect(page).toContain(text);
  }
  expect(page).not.toMatch(/hợp lệ|MINH HỌA/i);
});

test('each state says what it is', () => {
  const pages = all.map((result) => seen(renderVerifyPage(result, options)));

  expect(pages[2]).toMatch(/Không tìm thấy Mã ABCD-EFGH-JKMN-PQRS-T viết đúng nhưng không có trong Sổ/);
  expect(pages[4]).toContain('Tra bằng mã gõ tay');
  expect(pages[5]).toContain('Mã có trong Sổ nhưng chữ ký trên mã QR không khớp');
  expect(pages[6]).toContain('Đã cấp lại ngày 01/05/2024');
  expect(pages[7]).toMatch(/Quyết định đã bị hủy bỏ Bị hủy bỏ ngày 02\/06\/2024/);
  for (const index of [4, 5, 6, 7]) expect(pages[index]).toContain('Ông Lò Văn Khuông');
  for (const index of [0, 1, 2, 8]) expect(pages[index]).not.toContain('Lò Văn Khuông');
});

test('a cancelled award names the cancelling decision', () => {
  const page = renderVerifyPage(
    {
      state: 'cancelled',
      code,
      facts,
      cancelledBy: { decisionNumber: '501/QĐ-UBND', decisionOn: '2024-06-01' },
      cancelledOn: '2024-06-01',
    },
    options,
  );
  expect(seen(page)).toContain('Bị hủy bỏ theo Quyết định số 501/QĐ-UBND ngày 01/06/2024 . Bằng này không còn giá trị');
});

test('what a person typed or printed is never markup', () => {
  const attack = `"><script>alert(1)</script><img src=x onerror='x'>`;
  const nasty = Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      typeof value === 'string' && key !== 'decisionOn' ? attack : value,
    ]),
  ) as PublishedFacts;
  const pages = [
    renderVerifyPage({ state: 'malformed', typed: attack }, options),
    renderVerifyPage({ state: 'not-found', code: attack }, options),
    renderVerifyPage({ state: 'match', code: attack, facts: nasty, signature: 'absent' }, options),
    renderVerifyPage(
      {
        state: 'cancelled',
        code,
        facts,
        cancelledBy: { decisionNumber: attack, decisionOn: attack },
        cancelledOn: attack,
      },
      options,
    ),
  ];
  for (const page of pages) {
    expect(page).not.toMatch(/<script|<img/i);
    expect(page).toContain('&quot;&gt;&lt;s');
  }
});

test('a megabyte of garbage comes back as a short echo', () => {
  expect(renderVerifyPage({ state: 'malformed', typed: 'Đ'.repeat(1_000_000) }, options).length).toBeLessThan(15_000);
});

test('every state is a whole page of at most 15 kB, without script or outside request, in both languages', () => {
  for (const lang of ['vi', 'en'] as const) {
    for (const result of all) {
      const page = renderVerifyPage(result, { ...options, lang, demo: true });
      expect(page.startsWith('<!doctype html>')).toBe(true);
      expect(page).toContain(`<html lang="${lang}">`);
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(15_000);
      expect(page).not.toMatch(/<script|javascript:|src=|@import|url\(|\son\w+=|style="/i);
      expect(page.match(/<h1>/g)).toHaveLength(1);
      expect(page).toContain('<label for="code">');
      expect(page).not.toMatch(/undefined|\{\w+\}(?![^<]*<\/style>)/);
    }
  }
});

test('the only style carries the nonce of the answer', () => {
  const page = renderVerifyPage(match, options);
  expect(page.match(/<style[^>]*>/g)).toEqual(['<style nonce="n0nce">']);
});

test('the demonstration says so first', () => {
  expect(seen(renderVerifyPage(match, { ...options, demo: true })).trim()).toMatch(
    /^DỮ LIỆU MINH HỌA, không có giá trị pháp lý/,
  );
});
