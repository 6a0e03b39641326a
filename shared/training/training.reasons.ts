import type { Words } from '#shared/core/wording.ts';

export const TRAINING_REASONS: Words = {
  'training.not-found': {
    vi: 'Chưa có bản tập huấn. Quản trị hệ thống tạo ở trang Hệ thống.',
    en: 'There is no training copy. The system administrator makes one on the page System.',
  },
  'training.exists': {
    vi: 'Đã có bản tập huấn tạo lúc {madeAt}. Bấm “Đặt lại” để làm mới từ dữ liệu hiện nay, hoặc xóa trước.',
    en: 'There already is a training copy, made at {madeAt}. Reset it to renew it from today’s data, or remove it first.',
  },
  'training.changed': {
    vi: 'Bản tập huấn đã được tạo lại hoặc xóa sau khi bạn mở trang. Hãy tải lại trang.',
    en: 'The training copy was made anew or removed after you opened the page. Reload the page.',
  },
  'training.under-way': {
    vi: 'Đang tạo bản tập huấn. Hãy chờ xong, hoặc hủy ở trang Công việc đang chạy.',
    en: 'A training copy is being made. Wait for it, or cancel it on the page of jobs.',
  },
  'training.disk-short': {
    vi: 'Ổ đĩa của DATA_DIR còn trống {freeCount} MB, cần ít nhất {neededCount} MB. Hãy xóa bớt bản kết xuất, bản sao lưu cũ hoặc tăng dung lượng ổ đĩa.',
    en: 'The disk of DATA_DIR has {freeCount} MB free and {neededCount} MB are needed. Remove old dumps or backups, or add disk space.',
  },
  'training.no-schema-right': {
    vi: 'Tài khoản PostgreSQL của hệ thống không được tạo schema. Người quản lý cơ sở dữ liệu chạy: grant create on database {database} to {user};',
    en: 'The PostgreSQL account of the system may not create a schema. Whoever manages the database runs: grant create on database {database} to {user};',
  },
  'training.inside': {
    vi: 'Bạn đang ở trong bản tập huấn. Hãy về hệ thống thật để tạo, đặt lại hoặc xóa bản tập huấn.',
    en: 'You are inside the training copy. Go back to the real system to make, reset or remove it.',
  },
  'training.account-newer': {
    vi: 'Tài khoản của bạn chưa có trong bản tập huấn, vì được tạo sau bản đó. Nhờ quản trị hệ thống đặt lại bản tập huấn.',
    en: 'Your account is not in the training copy, because it was made later. Ask the system administrator to reset the copy.',
  },
  'training.log-done': {
    vi: 'Đã chép {rowCount} dòng; họ tên đã thay bằng tên giả định, tệp đính kèm thay bằng tệp mẫu.',
    en: '{rowCount|row|rows} copied; names were replaced by invented ones, documents by a placeholder.',
  },
};
