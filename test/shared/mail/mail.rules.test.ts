import { expect, test } from 'vitest';
import { wordReason } from '#shared/core/wording.ts';
import type { Task } from '#shared/dashboard/dashboard.rules.ts';
import { digestText, isDigestTime } from '#shared/mail/digest.rules.ts';
import { DUE_REMINDER_WORDS, dueCode } from '#shared/mail/due-words.ts';
import { addressReasons, isWanted, maskedAddress, reminderFor } from '#shared/mail/mail.rules.ts';

test('an address is one mailbox and nothing else', () => {
  for (const good of ['', 'a@langson.gov.vn', 'nong.thi+bao-cao@mail.langson.gov.vn'])
    expect(addressReasons(good), good).toEqual([]);
  for (const bad of [
    'langson.gov.vn',
    'a@langson',
    'A <a@langson.gov.vn>',
    'a@langson.gov.vn, b@langson.gov.vn',
    'a@langson.gov.vn\r\nBcc: c@d.vn',
    'a@-x.vn',
    `${'a'.repeat(250)}@b.vn`,
  ])
    expect(addressReasons(bad), bad).toMatchObject([{ code: 'mail.address-format', field: 'address' }]);
  expect(maskedAddress('nong@langson.gov.vn')).toBe('n***@langson.gov.vn');
});

test('reminders belong to three days before, the day, one and three days after; an old one is not told late', () => {
  const at = [-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 46].map(reminderFor);
  expect(at).toEqual([null, -3, -3, -3, 0, 1, 1, 3, 3, 3, null, null]);
});

test('a notice is a letter for whoever wants it; without an address only reminders wait', () => {
  const all = (code: string) =>
    (['none', 'reminders', 'all'] as const).flatMap((letters) => [
      isWanted(code, letters, true),
      isWanted(code, letters, false),
    ]);
  expect(all('notice.due-year-end-soon')).toEqual([false, false, true, true, true, true]);
  expect(all('notice.year-published')).toEqual([false, false, false, false, true, false]);
});

test('what is due is said with its day and how far it is, to equals', () => {
  const facts = {
    yearName: 'năm thi đua 2023',
    yearNameEn: 'emulation year 2023',
    cluster: 'Cụm 7 tỉnh',
    dueOn: '2024-01-15',
    dayCount: 3,
  };
  const said = (kind: 'year-end' | 'pledge', late: number, lang: 'vi' | 'en' = 'vi') =>
    wordReason({ code: dueCode(kind, late), facts: { ...facts, dayCount: Math.abs(late) } }, DUE_REMINDER_WORDS, lang);
  expect([-3, 0, 1].map((late) => said('year-end', late))).toEqual([
    'Còn 3 ngày đến hạn gửi (15/01/2024): Báo cáo tổng kết, năm thi đua 2023, Cụm 7 tỉnh. Trân trọng nhắc để quý cơ quan chủ động.',
    'Hôm nay là hạn gửi (15/01/2024): Báo cáo tổng kết, năm thi đua 2023, Cụm 7 tỉnh. Nếu quý cơ quan đang hoàn thiện, vẫn còn cả ngày.',
    'Đã qua hạn gửi 1 ngày (15/01/2024): Báo cáo tổng kết, năm thi đua 2023, Cụm 7 tỉnh. Vẫn gửi được; rất mong quý cơ quan quan tâm.',
  ]);
  expect(said('pledge', 3)).toContain('Đã qua hạn ký 3 ngày');
  expect(said('pledge', 1, 'en')).toContain(
    'Due 1 day ago (15/01/2024): emulation pledge, emulation year 2023, Cụm 7 tỉnh. It can still be signed',
  );
});

test('a digest names what is due soon before what waits, and is no letter without either', () => {
  expect(digestText([], '2024-03-01', 'https://a.vn', 'vi')).toBeNull();
  const task = (dueOn: string | null, name: string): Task => ({
    code: 'task.nomination-draft',
    facts: { name },
    tone: 'info',
    dueOn,
    link: { to: 'nomination', id: 'x' },
  });
  const digest = digestText(
    [task(null, 'C'), task('2024-03-09', 'D'), task('2024-03-08', 'B'), task('2024-02-29', 'A')],
    '2024-03-01',
    'https://a.vn',
    'vi',
  );
  expect(digest?.subject).toBe('Lũy Tre: việc của bạn ngày 01/03/2024');
  expect(digest?.content.split('\n').slice(0, 7)).toEqual([
    'Quá hạn hoặc đến hạn trong 7 ngày (2):',
    '- Hoàn thiện, gửi đề nghị khen thưởng: A. Quá hạn 1 ngày (hạn 29/02/2024)',
    '- Hoàn thiện, gửi đề nghị khen thưởng: B. Còn 7 ngày (hạn 08/03/2024)',
    '',
    'Việc khác đang chờ bạn (2):',
    '- Hoàn thiện, gửi đề nghị khen thưởng: D. Còn 8 ngày (hạn 09/03/2024)',
    '- Hoàn thiện, gửi đề nghị khen thưởng: C',
  ]);
});

test('the digest is made from seven in the morning in Việt Nam', () => {
  expect(isDigestTime(new Date('2024-02-29T23:59:59.999Z'))).toBe(false);
  expect(isDigestTime(new Date('2024-03-01T00:00:00.000Z'))).toBe(true);
});
