import { expect, test } from 'vitest';
import { composeMinutes, type MinutesDelegate } from '#shared/conferences/minutes-template.ts';

const CONFERENCE = {
  title: 'Hội nghị tổng kết năm 2023',
  heldOn: '2024-03-05',
  place: 'thành phố Lạng Sơn',
  chairedBy: 'Ông A, Cụm trưởng',
  secretary: 'Bà B',
  clusterName: 'Cụm A',
};
const AGENDA = [{ startsAt: '07:30', content: 'Khai mạc', speaker: 'Cụm trưởng', note: 'minh họa' }];
const delegate = (about: Partial<MinutesDelegate>): MinutesDelegate => ({
  role: 'delegate',
  unitName: null,
  organization: '',
  name: '',
  positionHeld: '',
  headcount: 1,
  attendance: 'present',
  presentCount: 1,
  ...about,
});

test('minutes are put together from head, programme, attendance and recommendations', () => {
  const text = composeMinutes(
    CONFERENCE,
    AGENDA,
    [
      delegate({ role: 'presidium', name: 'Ông A', positionHeld: 'Chủ tịch UBND tỉnh' }),
      delegate({ unitName: 'Sơn La', headcount: 8, presentCount: 7 }),
      delegate({ unitName: 'Hà Giang', positionHeld: 'Lãnh đạo UBND tỉnh', headcount: 2, presentCount: 2 }),
      delegate({ unitName: 'Lai Châu', headcount: 8, attendance: 'absent', presentCount: null }),
    ],
    [{ number: 1, content: 'Nhân rộng điển hình', madeBy: 'Ông C', leadOffice: 'UBND 7 tỉnh', dueOn: '2024-07-31' }],
  );
  expect(text).toContain(
    'Hồi 07:30, ngày 05 tháng 3 năm 2024 tại thành phố Lạng Sơn, Cụm A tổ chức Hội nghị tổng kết năm 2023.',
  );
  expect(text).toContain('3. Chủ tọa:\n- Ông A, Chủ tịch UBND tỉnh\n');
  expect(text).toContain(
    '5. Đại biểu:\n- Đoàn Sơn La: 7 người\n- Đoàn Hà Giang, Lãnh đạo UBND tỉnh: 2 người\n6. Tổng số có mặt: 10/19 người.',
  );
  expect(text).toContain('7. Vắng mặt: Đoàn Lai Châu: 8 người.');
  expect(text).toContain('II. NỘI DUNG\n1. 07:30 Khai mạc (Cụm trưởng).');
  expect(text).toContain('1. Nhân rộng điển hình (Ông C; chủ trì: UBND 7 tỉnh; thời hạn: 31/07/2024).');
});

test('before anybody was marked the minutes count the invited and say so', () => {
  const text = composeMinutes(
    CONFERENCE,
    [],
    [delegate({ unitName: 'Sơn La', headcount: 8, attendance: 'confirmed', presentCount: null })],
    [],
  );
  expect(text).toContain('- Đoàn Sơn La: 8 người');
  expect(text).toContain('6. Tổng số mời: 8 người (chưa điểm danh).');
  expect(text).toContain('III. Ý KIẾN CHỈ ĐẠO, ĐỀ NGHỊ\nKhông có.');
});
