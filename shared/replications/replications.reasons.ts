import type { Words } from '#shared/core/wording.ts';

export const REPLICATION_REASONS: Words = {
  'replication.not-found': {
    vi: 'Không tìm thấy hồ sơ nhân rộng này; chỉ đơn vị áp dụng, đơn vị có mô hình và Cụm trưởng của hai đơn vị xem được.',
    en: 'No such adoption. Only the adopting unit, the unit of the model and the chairs of their clusters see it.',
  },
  'replication.not-own-unit': {
    vi: 'Chỉ chuyên viên, cán bộ tổng hợp của chính đơn vị áp dụng được ghi hồ sơ nhân rộng.',
    en: 'Only the specialist or reporter of the adopting unit may keep its adoption record.',
  },
  'replication.own-model': {
    vi: 'Mô hình này là của chính {unit}. Chỉ đơn vị khác mới áp dụng, nhân rộng.',
    en: 'This model belongs to {unit} itself. Only other units can adopt it.',
  },
  'replication.already': {
    vi: '{unit} đã áp dụng mô hình này từ {startedOn}. Hãy mở hồ sơ đã có để ghi tiếp tiến độ.',
    en: '{unit} adopted this model on {startedOn} already. Open that record and go on there.',
  },
  'replication.changed-meanwhile': {
    vi: 'Hồ sơ nhân rộng vừa được người khác thay đổi. Nội dung bạn nhập chưa được ghi; hãy tải lại trang rồi nhập lại.',
    en: 'Somebody else has just changed this adoption. What you typed was not saved; load the page again and retry.',
  },
  'replication.place-missing': { vi: 'Nhập nơi áp dụng mô hình.', en: 'Enter where the model is adopted.' },
  'replication.leader-missing': {
    vi: 'Nhập đơn vị hoặc người chủ trì.',
    en: 'Enter the office or person in charge.',
  },
  'replication.too-early': {
    vi: 'Ngày bắt đầu {foundOn} quá sớm. Kiểm tra lại năm; sớm nhất là {earliestOn}.',
    en: 'The beginning {foundOn} is too early. Check the year; {earliestOn} at the earliest.',
  },
  'replication.entry-empty': { vi: 'Nhập nội dung tiến độ.', en: 'Say what was done.' },
  'replication.entry-ahead': {
    vi: 'Ngày {foundOn} chưa đến (hôm nay là {todayOn}). Chọn ngày đã qua hoặc hôm nay.',
    en: '{foundOn} has not come yet (today is {todayOn}). Choose today or an earlier day.',
  },
  'replication.entry-before-start': {
    vi: 'Ngày {foundOn} trước ngày bắt đầu áp dụng {startedOn}. Chọn ngày từ {startedOn}, hoặc sửa ngày bắt đầu.',
    en: '{foundOn} is before the adoption began on {startedOn}. Choose {startedOn} or later, or correct the beginning.',
  },
  'replication.stop-needs-reason': {
    vi: 'Nêu lý do dừng (ít nhất {leastCount} ký tự).',
    en: 'Give the reason for stopping (at least {leastCount} characters).',
  },
  'replication.done-needs-result': {
    vi: 'Chưa có kết quả bằng số nào. Ghi ít nhất một kết quả rồi mới chuyển sang “Đã có kết quả”.',
    en: 'There is no result in figures yet. Record at least one before setting “With results”.',
  },
  'effect.what-missing': {
    vi: 'Dòng {row}: chưa nhập nội dung đo (ví dụ: hộ có đèn chiếu sáng).',
    en: 'Row {row}: say what is measured (e.g. households with light).',
  },
  'effect.after-missing': { vi: 'Dòng {row}: chưa nhập số sau khi áp dụng.', en: 'Row {row}: enter the figure after.' },
  'effect.unit-missing': {
    vi: 'Dòng {row}: chưa nhập đơn vị tính (hộ, triệu đồng, %…).',
    en: 'Row {row}: enter the unit of measure (households, million đồng, %…).',
  },
  'effect.twice': {
    vi: 'Dòng {row}: “{what}” đã có ở dòng {first} với cùng đơn vị tính. Gộp lại hoặc ghi tên khác.',
    en: 'Row {row}: “{what}” stands in row {first} already with the same unit of measure. Join them or rename one.',
  },
  'notice.model-adopted': {
    vi: '{unit} áp dụng mô hình “{title}” của đơn vị bạn.',
    en: '{unit} adopts your model “{title}”.',
  },
  'notice.replication-done': {
    vi: '{unit} đã có kết quả khi áp dụng mô hình “{title}” của đơn vị bạn.',
    en: '{unit} has results from adopting your model “{title}”.',
  },
};
