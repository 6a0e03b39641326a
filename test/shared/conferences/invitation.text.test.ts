import { expect, test } from 'vitest';
import { invitationFields, invitationText, inviteeText } from '#shared/conferences/invitation.text.ts';

const conference = {
  title: 'Hội nghị tổng kết năm 2023',
  heldOn: '2024-02-20',
  place: '',
  chairedBy: 'Ông Mẫu',
  clusterName: 'Cụm thi đua số 1',
};
const delegation = {
  unitName: 'Hà Giang',
  organization: '',
  name: '',
  positionHeld: 'Lãnh đạo UBND tỉnh',
  headcount: 8,
};

test('a person is invited by name, a delegation by its unit, a guest by the organisation', () => {
  expect(inviteeText(delegation)).toBe('Hà Giang, Lãnh đạo UBND tỉnh');
  expect(inviteeText({ ...delegation, name: 'Bà Mẫu' })).toBe('Bà Mẫu, Lãnh đạo UBND tỉnh, Hà Giang');
  expect(inviteeText({ unitName: null, organization: 'Báo Mẫu', name: '', positionHeld: '', headcount: 1 })).toBe(
    'Báo Mẫu',
  );
});

test('the hour is that of the first line; what is not known is left open', () => {
  const agenda = [{ startsAt: '07:30', content: 'Đón tiếp', speaker: '', note: '' }];
  expect(invitationFields(conference, agenda, delegation)).toMatchObject({
    thoi_gian: '07 giờ 30, ngày 20 tháng 02 năm 2024',
    dia_diem: '…',
    so_nguoi: '8',
  });
  expect(invitationFields(conference, [], delegation).thoi_gian).toBe('…, ngày 20 tháng 02 năm 2024');
  expect(invitationText(conference, agenda, delegation)).toContain('- 07:30 Đón tiếp');
  expect(invitationText(conference, [], delegation)).not.toContain('Chương trình');
});
