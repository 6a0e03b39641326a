import { expect, test } from 'vitest';
import { opinionsText } from '#shared/pledges/opinions-text.ts';

const agree = { stance: 'agree' as const, opinion: '', isOld: false };

test('who agrees, who asks for what, and who is still asked; an opinion on an earlier text is none', () => {
  const opinions = [
    { name: 'Sơn La', given: { stance: 'amend' as const, opinion: 'Nêu rõ thời hạn.', isOld: false } },
    { name: 'Lai Châu', given: agree },
    { name: 'Lào Cai', given: { ...agree, isOld: true } },
    { name: 'Lạng Sơn', given: null },
  ];
  expect(opinionsText(2024, '2024-03-04', opinions)).toBe(
    [
      'Lấy ý kiến dự thảo giao ước thi đua năm 2024, đến hết ngày 04/03/2024: 2/4 đơn vị đã cho ý kiến.',
      'Nhất trí: Lai Châu.',
      '- Sơn La đề nghị: Nêu rõ thời hạn.',
      'Chưa cho ý kiến: Lào Cai, Lạng Sơn. Trân trọng đề nghị các đơn vị quan tâm cho ý kiến.',
    ].join('\n'),
  );
  expect(opinionsText(2024, null, [{ name: 'Lai Châu', given: agree }])).not.toContain('Chưa cho ý kiến');
});
