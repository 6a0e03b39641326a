import { expect, test } from 'vitest';
import { signingText } from '#shared/pledges/signing-text.ts';

const signed = { isActive: true, signedOn: '2024-02-29', signatoryName: 'Nguyễn Văn Mẫu', capacity: 'CHỦ TỊCH' };
const waiting = { isActive: true, signedOn: null, signatoryName: null, capacity: null };

test('who has signed and who has not reads as a message between equals; whoever left is not waited for', () => {
  const text = signingText(2024, [
    { name: 'Lạng Sơn', ...signed },
    { name: 'Cao Bằng', ...waiting },
    { name: 'Hòa Bình', ...waiting, isActive: false },
  ]);
  expect(text).toBe(
    'Giao ước thi đua năm 2024: đã ký kết 1/2 đơn vị.\n' +
      '- Lạng Sơn: ký ngày 29/02/2024 (Nguyễn Văn Mẫu, CHỦ TỊCH)\n' +
      'Chưa ký: Cao Bằng. Trân trọng đề nghị các đơn vị quan tâm ký kết.',
  );
  expect(signingText(2024, [{ name: 'Lạng Sơn', ...signed }])).not.toContain('Chưa ký');
});
