import { expect, test } from 'vitest';
import { wordReason } from '#shared/core/wording.ts';
import { TRAINING_REASONS } from '#shared/training/training.reasons.ts';
import { diskReasons, roomForCopy, trainingAgeDays } from '#shared/training/training.rules.ts';

const MIB = 1024 * 1024;

test('a copy needs its size and a fifth, and leaves 200 MB for the work of others; to the byte', () => {
  expect(roomForCopy(1000 * MIB)).toBe(1400 * MIB);
  expect(diskReasons(1400 * MIB, 1000 * MIB)).toEqual([]);
  const [short] = diskReasons(1400 * MIB - 1, 1000 * MIB);
  expect(wordReason(short!, TRAINING_REASONS)).toBe(
    'Ổ đĩa của DATA_DIR còn trống 1.399 MB, cần ít nhất 1.400 MB. Hãy xóa bớt bản kết xuất, bản sao lưu cũ hoặc tăng dung lượng ổ đĩa.',
  );
});

test('age is counted in whole days and never below none, whatever the clock says', () => {
  const age = (now: string) => trainingAgeDays('2024-03-01T10:00:00.000Z', new Date(now));
  expect(age('2024-03-02T09:59:59.999Z')).toBe(0);
  expect(age('2024-03-02T10:00:00.000Z')).toBe(1);
  expect(age('2024-02-01T00:00:00.000Z')).toBe(0);
});
