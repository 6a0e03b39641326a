import { expect, test } from 'vitest';
import { contributionLines, partOf } from '#shared/conferences/report-parts.rules.ts';

test.each([
  ['Kết quả nổi bật', 'situation'],
  ['', 'situation'],
  ['Tồn tại, hạn chế và nguyên nhân', 'shortfalls'],
  ['Phương hướng, nhiệm vụ năm sau', 'direction'],
  ['Kiến nghị, đề xuất', 'proposals'],
  ['Đề xuất phương hướng', 'proposals'],
])('“%s” tells of %s', (heading, part) => {
  expect(partOf(heading)).toBe(part);
});

test('what a member writes is one paragraph with its name before it, without the signs of the markup', () => {
  const all = [
    { unitName: 'Lai Châu', heading: 'Hạn chế', content: '**Chậm** gửi.\n\n- thiếu số\n- thiếu người\n- Hết' },
    { unitName: 'Sơn La', heading: 'Hạn chế', content: '  ' },
    { unitName: 'Sơn La', heading: 'Kiến nghị', content: 'Mở lớp.' },
  ];
  expect(contributionLines(all, 'shortfalls').map(({ line }) => line)).toEqual([
    'Lai Châu: Chậm gửi. thiếu số; thiếu người. Hết',
  ]);
  expect(contributionLines(all, 'proposals')).toEqual([
    { unitName: 'Sơn La', heading: 'Kiến nghị', text: 'Mở lớp.', line: 'Sơn La: Mở lớp.' },
  ]);
  expect(contributionLines(all, 'direction')).toEqual([]);
});

test('a long text ends after a sentence and says where the rest is; fifteen members leave room for each', () => {
  const content = 'Đây là một câu khá dài của báo cáo. '.repeat(500);
  const all = Array.from({ length: 15 }, (_, at) => ({ unitName: `Tỉnh ${at}`, heading: '', content }));
  const lines = contributionLines(all, 'situation');
  expect(lines).toHaveLength(15);
  expect(lines[0]!.text).toMatch(/báo cáo\. … \(còn tiếp trong báo cáo của đơn vị\)$/);
  expect(lines.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(3_200);
});
